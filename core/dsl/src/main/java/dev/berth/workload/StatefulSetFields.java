package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.manifest.DslPart;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a {@link StatefulSet} and of an {@link AutoscaledStatefulSet}, which differ in who sets the number of
 * pods.
 */
@DslPart
public abstract class StatefulSetFields extends Workload {

    /** A pod label contains the name of the set, a dash and a hash of 10 characters, and may have 63 characters. */
    private static final int LONGEST_NAME = 52;

    StatefulSetFields() {}

    /** The headless Service that gives each pod a DNS name. */
    public abstract HeadlessService service();

    /** The order in which pods are created and deleted. Defaults to {@link PodManagementPolicy#ORDERED_READY}. */
    public abstract Optional<PodManagementPolicy> podManagementPolicy();

    /** How pods are replaced when the pod template changes. Defaults to {@link UpdateStrategy#rollingUpdate()}. */
    public abstract Optional<UpdateStrategy> updateStrategy();

    /** What happens to the claims when the set is deleted or scaled down. Kubernetes keeps them by default. */
    public abstract Optional<ClaimRetention> claimRetention();

    /** Claim templates to list before the mounted ones, or that no container mounts. Optional. */
    public abstract List<ClaimTemplate> volumeClaimTemplates();

    /** How long a pod must be ready before it counts as available, in whole seconds. Defaults to 0 s. */
    public abstract Optional<Duration> minReady();

    /** How many old revisions are kept for {@code kubectl rollout undo}. Defaults to 10. */
    public abstract Optional<Integer> revisionHistoryLimit();

    /** The ordinal of the first pod. Defaults to 0. Beta in Kubernetes 1.27, stable in 1.31. */
    public abstract Optional<Integer> ordinalsStart();

    /**
     * ConfigMaps and Secrets whose change restarts the pods, as a rollout. A hash of their content is written to the
     * annotation {@code berth.dev/content-hash} of the pods. Optional, because a restart can mean downtime. Kubernetes
     * itself does not restart pods when a ConfigMap or Secret changes ({@code pkg/kubelet/kubelet_pods.go}, {@code
     * makeEnvironmentVariables}).
     */
    public abstract List<ConfigContent> restartTriggers();

    /** Changes the fabric8 model of the StatefulSet, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<StatefulSetBuilder>> customize();

    /**
     * Returns the name if a StatefulSet can have it.
     *
     * @throws InvalidValueException if the name is not a DNS label of at most 52 characters. The API server accepts a
     *     longer name, but the controller cannot create the pods: their label {@code controller-revision-hash} would be
     *     longer than 63 characters
     */
    static String requireName(String name) {
        NameFormat.DNS_LABEL.require("StatefulSet: metadata.name", name);
        if (name.length() > LONGEST_NAME) {
            throw InvalidValueException.of(
                    "StatefulSet: metadata.name",
                    name,
                    "must have at most " + LONGEST_NAME + " characters, but has " + name.length());
        }
        return name;
    }

    @Override
    List<ConfigContent> triggers() {
        return restartTriggers();
    }

    void checkStatefulSet() {
        checkPod("StatefulSet");
        String what = "StatefulSet \"" + name() + "\"";
        notNegative(what + ": spec.revisionHistoryLimit", revisionHistoryLimit());
        notNegative(what + ": spec.ordinals.start", ordinalsStart());
        minReady().ifPresent(ready -> Seconds.of(what + ": spec.minReadySeconds", ready, 0));
    }

    /** The headless Service as an object, to be listed in a file before the StatefulSet. */
    public Service headlessService() {
        if (service().outside().isPresent()) {
            throw new InvalidValueException("StatefulSet \"" + name() + "\" has the existing Service \""
                    + service().name() + "\": there is none to render");
        }
        return service().toService(this);
    }

    /** The claim templates: one claim of each is made for each pod. */
    public List<ClaimTemplate> allVolumeClaimTemplates() {
        Set<ClaimTemplate> templates = new LinkedHashSet<>(volumeClaimTemplates());
        templates.addAll(mountedTemplates());
        return List.copyOf(templates);
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>(super.existing());
        service().outside().ifPresent(all::add);
        allVolumeClaimTemplates().forEach(template -> all.addAll(template.existingOfClaim()));
        return all;
    }

    /** The StatefulSet with this number of pods; null leaves the number to whoever scales it. */
    HasMetadata toModel(@Nullable Integer replicas) {
        StatefulSetBuilder set = new StatefulSetBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withServiceName(service().name())
                .withReplicas(replicas)
                .withPodManagementPolicy(
                        podManagementPolicy().map(PodManagementPolicy::value).orElse(null))
                .withUpdateStrategy(
                        updateStrategy().map(UpdateStrategy::toModel).orElse(null))
                .withPersistentVolumeClaimRetentionPolicy(
                        claimRetention().map(ClaimRetention::toModel).orElse(null))
                .withMinReadySeconds(Seconds.toModel(minReady()))
                .withRevisionHistoryLimit(revisionHistoryLimit().orElse(null))
                .withOrdinals(ordinalsStart().map(StatefulSetOrdinals::new).orElse(null))
                .withSelector(PodModel.selector(this))
                .withTemplate(PodModel.template(this))
                .withVolumeClaimTemplates(allVolumeClaimTemplates().stream()
                        .map(ClaimTemplate::toModel)
                        .toList())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(set).build();
    }
}
