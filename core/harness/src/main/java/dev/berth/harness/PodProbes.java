package dev.berth.harness;

import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The startup and readiness probes of the containers of a pod. */
final class PodProbes {

    private final LocalCluster cluster;
    private final String pod;
    private final String address;
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    PodProbes(LocalCluster cluster, String pod, String address) {
        this.cluster = cluster;
        this.pod = pod;
        this.address = address;
    }

    /** Its startup probe must succeed again. */
    void restarted(String container) {
        started.remove(container);
    }

    /**
     * Whether a container is ready. Its startup probe must have succeeded once.
     *
     * @param process null before the container starts
     * @param expected whether a failure is worth an event, because the pod was ready
     */
    boolean isReady(@Nullable ContainerProcess process, boolean expected) {
        if (process == null) {
            return false;
        }
        String container = process.model().getName();
        if (!started.contains(container)) {
            if (!succeeds("startup probe", process.model().getStartupProbe(), process, expected)) {
                return false;
            }
            started.add(container);
        }
        return succeeds("readiness probe", process.model().getReadinessProbe(), process, expected);
    }

    private boolean succeeds(String what, @Nullable Probe probe, ContainerProcess process, boolean expected) {
        if (probe == null) {
            return process.isRunning();
        }
        Output output = run(probe, process);
        if (!output.succeeded() && expected) {
            cluster.event(pod, what + " failed: " + output.text().strip());
        }
        return output.succeeded();
    }

    private Output run(Probe probe, ContainerProcess process) {
        int seconds = probe.getTimeoutSeconds() == null ? 1 : probe.getTimeoutSeconds();
        if (probe.getHttpGet() != null) {
            return new HttpProbe(cluster.network().file(pod), address)
                    .run(probe.getHttpGet(), process.model(), seconds);
        }
        if (probe.getExec() == null) {
            throw new AssertionError("only probes with a command or over HTTP run here");
        }
        return process.exec(probe.getExec().getCommand(), Duration.ofSeconds(seconds));
    }
}
