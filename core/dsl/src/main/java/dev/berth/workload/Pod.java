package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A single pod. Kubernetes does not recreate it if its node is lost. Use a {@link StatefulSet} or a {@link Deployment}
 * for something that must keep running.
 *
 * <pre>{@code
 * var pod = Pod.named("web").container(nginx).build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class Pod extends Workload implements ExtensiblePod {

    Pod() {}

    /**
     * Returns a builder for a Pod.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36,
     *     {@code ValidatePodName}
     */
    public static PodBuildStages.ContainerBuildStage named(String name) {
        return PodBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Pod: metadata.name", name));
    }

    /** What happens when a container ends. */
    public enum RestartPolicy {
        /** The container restarts, whatever its exit code. The default of Kubernetes. */
        ALWAYS("Always"),
        /** The container restarts if its exit code is not 0. */
        ON_FAILURE("OnFailure"),
        /** The container does not restart. */
        NEVER("Never");

        private final String value;

        RestartPolicy(String value) {
            this.value = value;
        }
    }

    /** What happens when a container ends. Defaults to {@link RestartPolicy#ALWAYS}. */
    public abstract Optional<RestartPolicy> restartPolicy();

    /** Changes the fabric8 model of the Pod, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<PodBuilder>> customize();

    @Value.Check
    void check() {
        checkPod("Pod");
        refuseTemplates("Pod");
    }

    @Override
    Optional<String> podRestartPolicy() {
        return restartPolicy().map(policy -> policy.value);
    }

    @Override
    public HasMetadata toModel() {
        ObjectMeta metadata = metadata();
        metadata.setLabels(both(labels(), allPodLabels()));
        metadata.setAnnotations(both(annotations(), podAnnotations()));
        PodBuilder pod = new PodBuilder().withMetadata(metadata).withSpec(PodModel.spec(this));
        return customize().orElse(UnaryOperator.identity()).apply(pod).build();
    }

    private static Map<String, String> both(Map<String, String> own, Map<String, String> ofPod) {
        Map<String, String> all = new LinkedHashMap<>(own);
        all.putAll(ofPod);
        return all;
    }
}
