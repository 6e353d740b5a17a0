package dev.berth.workload;

import dev.berth.manifest.DslPart;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes of a container that keeps running: ports, probes and lifecycle handlers. */
@DslPart
public interface LongRunningContainer {

    /** The ports that the container opens; Services and probes refer to them. */
    List<Port> ports();

    /** The kubelet restarts the container when this probe fails. Optional. */
    Optional<Probe> livenessProbe();

    /**
     * The pod gets traffic, and a rollout continues, only while this probe succeeds. Optional; without it, the
     * container is ready when it has started.
     */
    Optional<Probe> readinessProbe();

    /** The other probes wait until this probe has succeeded once. For containers that start slowly. Optional. */
    Optional<Probe> startupProbe();

    /** What runs right after the container starts, in parallel with its own program. Optional. */
    Optional<LifecycleHandler> postStart();

    /** What runs before Kubernetes stops the container, within the grace period. Optional. */
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
