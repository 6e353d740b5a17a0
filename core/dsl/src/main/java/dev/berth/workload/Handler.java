package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LifecycleHandlerBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.List;
import java.util.Optional;

/** The action of a probe or a lifecycle handler. */
sealed interface Handler {

    /** The port that the action connects to, if it does. */
    Optional<Port> port();

    /** The action of a probe. */
    sealed interface ForProbe extends Handler {
        void addTo(ProbeBuilder probe);
    }

    /** The action of a lifecycle handler. */
    sealed interface ForLifecycle extends Handler {
        void addTo(LifecycleHandlerBuilder hook);
    }

    /** Runs a command in the container, without a shell. It succeeds if the exit code is 0. */
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

    /** Sends a GET request. It succeeds if the status is 200 to 399. */
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

    /** Opens a TCP connection. It succeeds if the connection opens. */
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

    /**
     * Calls the gRPC health service. It succeeds if the status is SERVING. The API accepts a port number only, no name.
     */
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

    /** Waits for this number of seconds. */
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
