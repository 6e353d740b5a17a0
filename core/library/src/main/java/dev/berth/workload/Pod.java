package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A single pod. Nothing makes it anew when its node is lost; what has to keep running is a {@link StatefulSet} or a
 * {@link Deployment}.
 */
@Value.Immutable
@Dsl
public abstract class Pod extends Workload {

    Pod() {}

    /**
     * Starts a pod.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36,
     *     {@code ValidatePodName}
     */
    public static ImmutablePod.ContainerBuildStage named(String name) {
        return ImmutablePod.builder().name(NameFormat.DNS_SUBDOMAIN.require("Pod: metadata.name", name));
    }

    @Value.Check
    void check() {
        checkPod("Pod");
        refuseTemplates("Pod");
    }

    @Override
    public HasMetadata toModel() {
        ObjectMeta metadata = metadata();
        Map<String, String> labels = new LinkedHashMap<>(labels());
        labels.putAll(allPodLabels());
        metadata.setLabels(labels);
        if (!podAnnotations().isEmpty()) {
            Map<String, String> annotations = new LinkedHashMap<>(annotations());
            annotations.putAll(podAnnotations());
            metadata.setAnnotations(annotations);
        }
        return new PodBuilder()
                .withMetadata(metadata)
                .withSpec(PodModel.spec(this))
                .build();
    }
}
