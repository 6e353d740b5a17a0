package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * One pod on each node, or on each node with the labels of {@code nodeSelector}: a log shipper, or a cache for the pods
 * of the node.
 *
 * <pre>{@code
 * var shipper = DaemonSet.named("log-shipper")
 *         .container(Container.named("shipper")
 *                 .image("fluent/fluent-bit:4.2")
 *                 .build())
 *         .updateStrategy(DaemonSetUpdateStrategy.rollingUpdate().maxUnavailable(percent(10)))
 *         .minReady(ofSeconds(5))
 *         .revisionHistoryLimit(3)
 *         .build();
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, and {@code
 * pkg/apis/apps/validation/validation.go}, {@code ValidateDaemonSetSpec}.
 */
@Value.Immutable
@Dsl
public abstract class DaemonSet extends Workload implements ExtensibleDaemonSet {

    DaemonSet() {}

    /**
     * Returns a builder for a DaemonSet.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateDaemonSetName}
     */
    public static DaemonSetBuildStages.ContainerBuildStage named(String name) {
        return DaemonSetBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("DaemonSet: metadata.name", name));
    }

    /**
     * How pods are replaced when the pod template changes. Defaults to {@link DaemonSetUpdateStrategy#rollingUpdate()}.
     */
    public abstract Optional<DaemonSetUpdateStrategy> updateStrategy();

    /** How long a pod must be ready before it counts as available, in whole seconds. Defaults to 0 s. */
    public abstract Optional<Duration> minReady();

    /** How many old revisions are kept for {@code kubectl rollout undo}. Defaults to 10. */
    public abstract Optional<Integer> revisionHistoryLimit();

    /**
     * ConfigMaps and Secrets whose change restarts the pods, as a rollout. A hash of their content is written to the
     * annotation {@code berth.dev/content-hash} of the pods. Optional.
     */
    public abstract List<ConfigContent> restartTriggers();

    /** Changes the fabric8 model of the DaemonSet, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<DaemonSetBuilder>> customize();

    @Override
    List<ConfigContent> triggers() {
        return restartTriggers();
    }

    @Value.Check
    void check() {
        checkPod("DaemonSet");
        refuseTemplates("DaemonSet");
        String what = "DaemonSet \"" + name() + "\"";
        notNegative(what + ": spec.revisionHistoryLimit", revisionHistoryLimit());
        minReady().ifPresent(ready -> Seconds.of(what + ": spec.minReadySeconds", ready, 0));
    }

    @Override
    public HasMetadata toModel() {
        DaemonSetBuilder set = new DaemonSetBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withUpdateStrategy(
                        updateStrategy().map(DaemonSetUpdateStrategy::toModel).orElse(null))
                .withMinReadySeconds(Seconds.toModel(minReady()))
                .withRevisionHistoryLimit(revisionHistoryLimit().orElse(null))
                .withSelector(PodModel.selector(this))
                .withTemplate(PodModel.template(this))
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(set).build();
    }
}
