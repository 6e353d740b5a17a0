package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code SetDefaults_Container}, {@code SetDefaults_Probe} and similar functions in {@code
 * pkg/apis/core/v1/defaults.go}.
 */
final class ContainerDefaults {
    private ContainerDefaults() {}

    static void container(Container container) {
        if (Zero.isEmpty(container.getImagePullPolicy())) {
            container.setImagePullPolicy(pullPolicy(Zero.text(container.getImage())));
        }
        if (Zero.isEmpty(container.getTerminationMessagePath())) {
            container.setTerminationMessagePath("/dev/termination-log");
        }
        if (Zero.isEmpty(container.getTerminationMessagePolicy())) {
            container.setTerminationMessagePolicy("File");
        }
        shared(container.getPorts(), container.getEnv());
        probe(container.getLivenessProbe());
        probe(container.getReadinessProbe());
        probe(container.getStartupProbe());
        container.setLifecycle(lifecycle(container.getLifecycle()));
    }

    static void ephemeral(EphemeralContainer container) {
        if (Zero.isEmpty(container.getImagePullPolicy())) {
            container.setImagePullPolicy(pullPolicy(Zero.text(container.getImage())));
        }
        if (Zero.isEmpty(container.getTerminationMessagePath())) {
            container.setTerminationMessagePath("/dev/termination-log");
        }
        if (Zero.isEmpty(container.getTerminationMessagePolicy())) {
            container.setTerminationMessagePolicy("File");
        }
        shared(container.getPorts(), container.getEnv());
        probe(container.getLivenessProbe());
        probe(container.getReadinessProbe());
        probe(container.getStartupProbe());
        container.setLifecycle(lifecycle(container.getLifecycle()));
    }

    private static void shared(@Nullable List<ContainerPort> ports, @Nullable List<EnvVar> env) {
        for (ContainerPort port : Zero.list(ports)) {
            if (Zero.isEmpty(port.getProtocol())) {
                port.setProtocol("TCP");
            }
        }
        for (EnvVar variable : Zero.list(env)) {
            if (variable.getValueFrom() != null) {
                fieldRef(variable.getValueFrom().getFieldRef());
            }
        }
    }

    static void fieldRef(@Nullable ObjectFieldSelector selector) {
        if (selector != null && Zero.isEmpty(selector.getApiVersion())) {
            selector.setApiVersion("v1");
        }
    }

    /** An image without a tag, or with the tag {@code latest}, is always pulled. */
    static String pullPolicy(String image) {
        int digest = image.indexOf('@');
        String name = digest < 0 ? image : image.substring(0, digest);
        int colon = name.lastIndexOf(':');
        String tag = colon > name.lastIndexOf('/') ? name.substring(colon + 1) : digest < 0 ? "latest" : "";
        return tag.equals("latest") && !image.isEmpty() ? "Always" : "IfNotPresent";
    }

    private static void probe(@Nullable Probe probe) {
        if (probe == null) {
            return;
        }
        if (Zero.number(probe.getTimeoutSeconds()) == 0) {
            probe.setTimeoutSeconds(1);
        }
        if (Zero.number(probe.getPeriodSeconds()) == 0) {
            probe.setPeriodSeconds(10);
        }
        if (Zero.number(probe.getSuccessThreshold()) == 0) {
            probe.setSuccessThreshold(1);
        }
        if (Zero.number(probe.getFailureThreshold()) == 0) {
            probe.setFailureThreshold(3);
        }
        httpGet(probe.getHttpGet());
    }

    /**
     * The feature gate ContainerStopSignals is off: the signal is dropped, and so is a lifecycle that has nothing else.
     */
    private static @Nullable Lifecycle lifecycle(@Nullable Lifecycle lifecycle) {
        if (lifecycle == null) {
            return null;
        }
        boolean signalOnly =
                lifecycle.getStopSignal() != null && lifecycle.getPostStart() == null && lifecycle.getPreStop() == null;
        lifecycle.setStopSignal(null);
        handler(lifecycle.getPostStart());
        handler(lifecycle.getPreStop());
        return signalOnly ? null : lifecycle;
    }

    private static void handler(@Nullable LifecycleHandler handler) {
        if (handler != null) {
            httpGet(handler.getHttpGet());
        }
    }

    private static void httpGet(@Nullable HTTPGetAction action) {
        if (action == null) {
            return;
        }
        if (Zero.isEmpty(action.getPath())) {
            action.setPath("/");
        }
        if (Zero.isEmpty(action.getScheme())) {
            action.setScheme("HTTP");
        }
    }
}
