package dev.berth.harness;

import io.fabric8.kubernetes.api.model.Lifecycle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the kubelet stops a container of a pod that is deleted: first the hook, then the signal, and after the grace period
 * the kill.
 *
 * @param graceSeconds the grace period of the pod; null for the default
 */
record GracefulStop(@Nullable Long graceSeconds) {

    private static final long DEFAULT_GRACE = 30;

    /** Stops a container. Returns whether it ended with success within the grace period. */
    boolean of(ContainerProcess process) {
        if (!process.isRunning()) {
            return process.exit() == 0;
        }
        Lifecycle lifecycle = process.model().getLifecycle();
        if (lifecycle != null
                && lifecycle.getPreStop() != null
                && lifecycle.getPreStop().getExec() != null) {
            process.exec(lifecycle.getPreStop().getExec().getCommand());
        }
        process.requestStop();
        boolean ended = process.waitFor(Duration.ofSeconds(graceSeconds == null ? DEFAULT_GRACE : graceSeconds));
        process.kill();
        return ended && process.exit() == 0;
    }
}
