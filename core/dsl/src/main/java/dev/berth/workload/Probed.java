package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a container has that keeps running: ports, probes and hooks. */
public interface Probed {

    /** The ports that the container opens; Services and probes refer to them. */
    List<Port> ports();

    /** The container is started anew when this fails. It never is by a probe unless given. */
    Optional<Probe> livenessProbe();

    /** The pod gets traffic, and a rollout goes on, only while this succeeds. It is ready at once unless given. */
    Optional<Probe> readinessProbe();

    /** The other probes wait until this has succeeded once: for containers that take long to start. */
    Optional<Probe> startupProbe();

    /** What runs right after the start, at the same time as the container's own program. Nothing unless given. */
    Optional<LifecycleHandler> postStart();

    /** What runs before the container is told to stop, within the grace period. Nothing unless given. */
    Optional<LifecycleHandler> preStop();

    /**
     * Checks the probes.
     *
     * @param what the container, for messages
     */
    default void checkProbes(String what) {
        Stream.of(livenessProbe(), readinessProbe(), startupProbe())
                .flatMap(Optional::stream)
                .flatMap(probe -> probe.handler().port().stream())
                .forEach(port -> requirePort(what + ": probe", port));
        Stream.of(postStart(), preStop())
                .flatMap(Optional::stream)
                .flatMap(hook -> hook.port().stream())
                .forEach(port -> requirePort(what + ": hook", port));
        requireOneSuccess(what + ": livenessProbe", livenessProbe());
        requireOneSuccess(what + ": startupProbe", startupProbe());
    }

    private void requirePort(String what, Port port) {
        if (!ports().contains(port)) {
            throw InvalidValueException.of(what, port.name(), "must be a port of the container: add it with addPort");
        }
    }

    private static void requireOneSuccess(String what, Optional<Probe> probe) {
        probe.flatMap(Probe::successThreshold)
                .filter(threshold -> threshold != 1)
                .ifPresent(threshold -> {
                    throw InvalidValueException.of(what + ": successThreshold", threshold, "must be 1");
                });
    }

    /**
     * Adds ports, probes and hooks to the container in the model.
     *
     * @param container the container without them
     */
    default ContainerBuilder addTo(ContainerBuilder container) {
        boolean hooks = postStart().isPresent() || preStop().isPresent();
        return container
                .withPorts(ports().stream()
                        .map(port -> new ContainerPortBuilder()
                                .withName(port.name())
                                .withContainerPort(port.number())
                                .withProtocol(
                                        port.protocol() == Port.Protocol.TCP
                                                ? null
                                                : port.protocol().name())
                                .build())
                        .toList())
                .withLivenessProbe(livenessProbe().map(Probe::toModel).orElse(null))
                .withReadinessProbe(readinessProbe().map(Probe::toModel).orElse(null))
                .withStartupProbe(startupProbe().map(Probe::toModel).orElse(null))
                .withLifecycle(
                        hooks
                                ? new LifecycleBuilder()
                                        .withPostStart(postStart()
                                                .map(LifecycleHandler::toModel)
                                                .orElse(null))
                                        .withPreStop(preStop()
                                                .map(LifecycleHandler::toModel)
                                                .orElse(null))
                                        .build()
                                : null);
    }
}
