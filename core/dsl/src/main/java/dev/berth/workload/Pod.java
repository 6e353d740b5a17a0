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
    public static PodBuildStages.ContainerBuildStage named(String name) {
        return PodBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Pod: metadata.name", name));
    }

    /** What happens when a container ends. */
    public enum RestartPolicy {
        /** It is started anew, whatever it ended with: what Kubernetes does unless told. */
        ALWAYS("Always"),
        /** It is started anew unless it ended with 0. */
        ON_FAILURE("OnFailure"),
        /** It stays as it is. */
        NEVER("Never");

        private final String value;

        RestartPolicy(String value) {
            this.value = value;
        }
    }

    /** What happens when a container ends; see {@link RestartPolicy#ALWAYS} for what holds unless given. */
    public abstract Optional<RestartPolicy> restartPolicy();

    /** A last change of the pod in the model, its metadata included, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<PodBuilder>> customize();

    /** The same pod with another container. */
    public abstract Pod withContainer(Container container);

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
