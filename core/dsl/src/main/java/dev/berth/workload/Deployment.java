package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Pods without a stable identity: a replacement gets another name, and all pods share the volumes that they mount.
 *
 * <pre>{@code
 * var deployment = Deployment.named("web")
 *         .replicas(2)
 *         .container(Container.named("web").image("nginx:1.29").build())
 *         .strategy(DeploymentStrategy.rollingUpdate().maxSurge(pods(1)).maxUnavailable(percent(0)))
 *         .minReady(ofSeconds(5))
 *         .progressDeadline(ofMinutes(5))
 *         .revisionHistoryLimit(3)
 *         .build();
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, and {@code
 * pkg/apis/apps/validation/validation.go}, {@code ValidateDeploymentSpec}.
 */
@Value.Immutable
@Dsl
public abstract class Deployment extends Workload implements ExtensibleDeployment {

    private static final Duration PROGRESS_DEADLINE = Duration.ofMinutes(10);

    Deployment() {}

    /**
     * Starts the declaration of a Deployment.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateDeploymentName}
     */
    public static DeploymentBuildStages.ReplicasBuildStage named(String name) {
        return DeploymentBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Deployment: metadata.name", name));
    }

    /** The number of pods. */
    public abstract int replicas();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    /** How pods are replaced when the pod template changes. Defaults to {@link DeploymentStrategy#rollingUpdate()}. */
    public abstract Optional<DeploymentStrategy> strategy();

    /** How long a pod must be ready before it counts as available, in whole seconds. Defaults to 0 s. */
    public abstract Optional<Duration> minReady();

    /** How many old revisions are kept for {@code kubectl rollout undo}. Defaults to 10. */
    public abstract Optional<Integer> revisionHistoryLimit();

    /** How long a rollout may make no progress before it fails, in whole seconds. Defaults to 600 s. */
    public abstract Optional<Duration> progressDeadline();

    /**
     * ConfigMaps and Secrets whose change restarts the pods, as a rollout. A hash of their content is written to the
     * annotation {@code berth.dev/content-hash} of the pods. Optional, because a restart can mean downtime. Kubernetes
     * itself does not restart pods when a ConfigMap or Secret changes ({@code pkg/kubelet/kubelet_pods.go}, {@code
     * makeEnvironmentVariables}).
     */
    @Override
    public abstract List<ConfigContent> restartTriggers();

    /** Changes the fabric8 model of the Deployment, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<DeploymentBuilder>> customize();

    @Value.Check
    void check() {
        checkPod("Deployment");
        refuseTemplates("Deployment");
        String what = "Deployment \"" + name() + "\"";
        notNegative(what + ": spec.replicas", Optional.of(replicas()));
        notNegative(what + ": spec.revisionHistoryLimit", revisionHistoryLimit());
        minReady().ifPresent(ready -> Seconds.of(what + ": spec.minReadySeconds", ready, 0));
        progressDeadline().ifPresent(time -> Seconds.of(what + ": spec.progressDeadlineSeconds", time, 1));
        Duration deadline = progressDeadline().orElse(PROGRESS_DEADLINE);
        if (minReady().orElse(Duration.ZERO).compareTo(deadline) >= 0) {
            throw InvalidValueException.of(
                    what + ": spec.minReadySeconds",
                    minReady().orElseThrow().toSeconds(),
                    "must be less than the progressDeadline of " + deadline.toSeconds() + " s");
        }
    }

    @Override
    public HasMetadata toModel() {
        DeploymentBuilder deployment = new DeploymentBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withReplicas(replicas())
                .withStrategy(strategy().map(DeploymentStrategy::toModel).orElse(null))
                .withMinReadySeconds(Seconds.toModel(minReady()))
                .withProgressDeadlineSeconds(Seconds.toModel(progressDeadline()))
                .withRevisionHistoryLimit(revisionHistoryLimit().orElse(null))
                .withSelector(PodModel.selector(this))
                .withTemplate(PodModel.template(this))
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(deployment).build();
    }
}
