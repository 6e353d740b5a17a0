package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LifecycleHandlerBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.List;
import java.util.Optional;

/** What a probe or a hook does: run a command in the container, or ask one of its ports. */
sealed interface Handler {

    /** The port that is asked, if one is. */
    Optional<Port> port();

    /** What a probe can do. */
    sealed interface ForProbe extends Handler {
        void addTo(ProbeBuilder probe);
    }

    /** What a hook can do. */
    sealed interface ForLifecycle extends Handler {
        void addTo(LifecycleHandlerBuilder hook);
    }

    /** Runs a command in the container, without a shell; done well when it ends with 0. */
    record Exec(List<String> command) implements ForProbe, ForLifecycle {

        public Exec {
            if (command.isEmpty() || command.get(0).isEmpty()) {
                throw new InvalidValueException("exec: command: Required value: name the program to run");
            }
        }

        @Override
        public Optional<Port> port() {
            return Optional.empty();
        }

        @Override
        public void addTo(ProbeBuilder probe) {
            probe.withNewExec().withCommand(command).endExec();
        }

        @Override
        public void addTo(LifecycleHandlerBuilder hook) {
            hook.withNewExec().withCommand(command).endExec();
        }
    }

    /** Asks over HTTP; done well when the answer is 200 to 399. */
    record HttpGet(HttpGetAction get) implements ForProbe, ForLifecycle {

        @Override
        public Optional<Port> port() {
            return Optional.of(get.port());
        }

        @Override
        public void addTo(ProbeBuilder probe) {
            probe.withHttpGet(get.toModel());
        }

        @Override
        public void addTo(LifecycleHandlerBuilder hook) {
            hook.withHttpGet(get.toModel());
        }
    }

    /** Opens a connection; done well when it opens. */
    record TcpSocket(Port asked) implements ForProbe {

        public TcpSocket {
            Ports.requireTcp("tcpSocket", asked);
        }

        @Override
        public Optional<Port> port() {
            return Optional.of(asked);
        }

        @Override
        public void addTo(ProbeBuilder probe) {
            probe.withNewTcpSocket().withPort(new IntOrString(asked.name())).endTcpSocket();
        }
    }

    /** Asks the gRPC health service, which takes no port name, only a number; done well when it says SERVING. */
    record Grpc(Port asked, Optional<String> service) implements ForProbe {

        public Grpc {
            Ports.requireTcp("grpc", asked);
        }

        @Override
        public Optional<Port> port() {
            return Optional.of(asked);
        }

        @Override
        public void addTo(ProbeBuilder probe) {
            probe.withNewGrpc()
                    .withPort(asked.number())
                    .withService(service.orElse(null))
                    .endGrpc();
        }
    }

    /** Waits for so many seconds. */
    record Sleep(long seconds) implements ForLifecycle {

        @Override
        public Optional<Port> port() {
            return Optional.empty();
        }

        @Override
        public void addTo(LifecycleHandlerBuilder hook) {
            hook.withNewSleep().withSeconds(seconds).endSleep();
        }
    }
}
