package dev.berth.workload;

import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.LifecycleHandlerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What runs right after a container started, or right before it is told to stop. */
public final class Hook {

    private final Action.OfHook action;

    private Hook(Action.OfHook action) {
        this.action = action;
    }

    /**
     * Runs a command in the container, without a shell.
     *
     * @throws dev.berth.value.InvalidValueException when the program is missing
     */
    public static Hook exec(String... command) {
        return new Hook(new Action.Exec(List.of(command)));
    }

    /**
     * Asks for a path over HTTP.
     *
     * @throws dev.berth.value.InvalidValueException when the path does not start with {@code /}
     */
    public static Hook http(Port port, String path) {
        return http(HttpGet.of(port, path));
    }

    /** Asks over HTTP or HTTPS, with headers. */
    public static Hook http(HttpGet get) {
        return new Hook(new Action.Http(get));
    }

    /**
     * Waits, so that the rest of the cluster learns that the pod goes away; Kubernetes 1.30 and newer.
     *
     * @throws dev.berth.value.InvalidValueException when it is no whole number of seconds, or less than 1 s
     */
    public static Hook sleep(Duration duration) {
        return new Hook(new Action.Sleep(Seconds.of("Hook sleep", duration, 1)));
    }

    Optional<Port> port() {
        return action.port();
    }

    LifecycleHandler toModel() {
        LifecycleHandlerBuilder handler = new LifecycleHandlerBuilder();
        action.addTo(handler);
        return handler.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hook that && action.equals(that.action);
    }

    @Override
    public int hashCode() {
        return action.hashCode();
    }

    @Override
    public String toString() {
        return "Hook{" + action + "}";
    }
}
