package dev.berth.workload;

import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.LifecycleHandlerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What runs right after a container starts, or right before Kubernetes stops it. */
public final class LifecycleHandler {

    private final Handler.ForLifecycle handler;

    private LifecycleHandler(Handler.ForLifecycle handler) {
        this.handler = handler;
    }

    /**
     * Runs a command in the container, without a shell.
     *
     * @throws dev.berth.value.InvalidValueException if the program is missing
     */
    public static LifecycleHandler exec(String... command) {
        return new LifecycleHandler(new Handler.Exec(List.of(command)));
    }

    /**
     * Sends a GET request for a path over HTTP.
     *
     * @throws dev.berth.value.InvalidValueException if the path does not start with {@code /}
     */
    public static LifecycleHandler httpGet(Port port, String path) {
        return httpGet(HttpGetAction.of(port, path));
    }

    /** Sends a GET request over HTTP or HTTPS, with headers. */
    public static LifecycleHandler httpGet(HttpGetAction get) {
        return new LifecycleHandler(new Handler.HttpGet(get));
    }

    /**
     * Waits for this time, so that the rest of the cluster can stop sending traffic to the pod. Requires Kubernetes
     * 1.30.
     *
     * @throws dev.berth.value.InvalidValueException if the duration is not a whole number of seconds, or is less than 1
     *     s
     */
    public static LifecycleHandler sleep(Duration duration) {
        return new LifecycleHandler(new Handler.Sleep(Seconds.of("LifecycleHandler sleep", duration, 1)));
    }

    Optional<Port> port() {
        return handler.port();
    }

    io.fabric8.kubernetes.api.model.LifecycleHandler toModel() {
        LifecycleHandlerBuilder model = new LifecycleHandlerBuilder();
        handler.addTo(model);
        return model.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LifecycleHandler that && handler.equals(that.handler);
    }

    @Override
    public int hashCode() {
        return handler.hashCode();
    }

    @Override
    public String toString() {
        return "LifecycleHandler{" + handler + "}";
    }
}
