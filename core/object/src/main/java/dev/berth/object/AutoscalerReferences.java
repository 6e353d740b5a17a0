package dev.berth.object;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import org.jspecify.annotations.Nullable;

/**
 * Collects the reference of an autoscaler to the workload that it scales. A custom resource can be scaled, too, but
 * something outside the set may create it.
 */
final class AutoscalerReferences {

    private AutoscalerReferences() {}

    static void collect(References found, HasMetadata object) {
        if (object instanceof HorizontalPodAutoscaler second
                && second.getSpec() != null
                && second.getSpec().getScaleTargetRef() != null) {
            var target = second.getSpec().getScaleTargetRef();
            add(found, target.getApiVersion(), target.getKind(), target.getName());
        } else if (object instanceof io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler first
                && first.getSpec() != null
                && first.getSpec().getScaleTargetRef() != null) {
            var target = first.getSpec().getScaleTargetRef();
            add(found, target.getApiVersion(), target.getKind(), target.getName());
        }
    }

    private static void add(
            References found, @Nullable String apiVersion, @Nullable String kind, @Nullable String name) {
        if (kind != null && ("apps/v1".equals(apiVersion) || kind.equals("ReplicationController"))) {
            found.namespaced("spec.scaleTargetRef.name", kind, name);
        }
    }
}
