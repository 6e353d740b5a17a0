package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.manifest.DslPart;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a {@link Deployment} and of an {@link AutoscaledDeployment}, which differ in who sets the number of
 * pods.
 */
@DslPart
public abstract class DeploymentFields extends Workload {

    private static final Duration PROGRESS_DEADLINE = Duration.ofMinutes(10);

    DeploymentFields() {}

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
    public abstract List<ConfigContent> restartTriggers();

    /** Changes the fabric8 model of the Deployment, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<DeploymentBuilder>> customize();

    @Override
    List<ConfigContent> triggers() {
        return restartTriggers();
    }

    void checkDeployment() {
        checkPod("Deployment");
        refuseTemplates("Deployment");
        String what = "Deployment \"" + name() + "\"";
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

    /** The Deployment with this number of pods; null leaves the number to whoever scales it. */
    HasMetadata toModel(@Nullable Integer replicas) {
        DeploymentBuilder deployment = new DeploymentBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withReplicas(replicas)
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
