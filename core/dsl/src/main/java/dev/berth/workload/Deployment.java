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
 * Pods without identity: each replacement has another name, and all share the volumes that they mount.
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, and {@code
 * pkg/apis/apps/validation/validation.go}, {@code ValidateDeploymentSpec}.
 */
@Value.Immutable
@Dsl
public abstract class Deployment extends Workload {

    private static final Duration PROGRESS_DEADLINE = Duration.ofMinutes(10);

    Deployment() {}

    /**
     * Starts a deployment.
     *
     * @throws InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36, {@code ValidateDeploymentName}
     */
    public static DeploymentBuildStages.ReplicasBuildStage named(String name) {
        return DeploymentBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Deployment: metadata.name", name));
    }

    /** How many pods there are. */
    public abstract int replicas();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    /** What a change of the pods does; see {@link DeploymentStrategy#rollingUpdate()} for what holds unless given. */
    public abstract Optional<DeploymentStrategy> strategy();

    /** How long a pod must be ready before it counts as available, in whole seconds. Kubernetes takes 0 s. */
    public abstract Optional<Duration> minReady();

    /** How many former versions are kept for {@code kubectl rollout undo}. Kubernetes keeps 10. */
    public abstract Optional<Integer> revisionHistoryLimit();

    /** How long a rollout may make no progress before it has failed, in whole seconds. Kubernetes takes 600 s. */
    public abstract Optional<Duration> progressDeadline();

    /**
     * ConfigMaps and Secrets whose change restarts the pods, all in the order of an update: a hash of what they hold stands
     * in the annotation {@code berth.dev/content-hash} of the pods. None unless given: Kubernetes restarts no pod for them
     * ({@code pkg/kubelet/kubelet_pods.go}, {@code makeEnvironmentVariables}), and a restart is downtime for some.
     */
    @Override
    public abstract List<ConfigContent> restartTriggers();

    /** A last change of the deployment in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<DeploymentBuilder>> customize();

    /** The same deployment with another container. */
    public abstract Deployment withContainer(Container container);

    /** The same deployment with another number of pods. */
    public abstract Deployment withReplicas(int replicas);

    /** The same with other ConfigMaps and Secrets whose change restarts the pods. */
    public abstract Deployment withRestartTriggers(Iterable<? extends ConfigContent> restartTriggers);

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
