package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.Manifest;
import dev.berth.network.HeadlessService;
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
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Pods that keep their name, their address and their storage: {@code postgres-0}, {@code postgres-1}.
 *
 * <pre>{@code
 * var set = StatefulSet.named("postgres")
 *         .service(HeadlessService.named("postgres-headless"))
 *         .replicas(3)
 *         .container(postgres)
 *         .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
 *         .build();
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, and {@code
 * pkg/apis/apps/validation/validation.go}, {@code ValidateStatefulSetSpec}. What can be changed later is the replicas, the
 * pods, the update strategy, the retention, minReadySeconds, the ordinals and the revision history; a change of anything
 * else is refused by the API server.
 */
@Value.Immutable
@Dsl
public abstract class StatefulSet extends Workload {

    /** A pod's name is the set's with its ordinal, and a label holds it with a hash of 10 characters and a dash. */
    private static final int LONGEST_NAME = 52;

    StatefulSet() {}

    /**
     * Starts a stateful set.
     *
     * @throws InvalidValueException when the name is no DNS label of at most 52 characters. The API server takes longer
     *     ones, and no pod is then made: the label {@code controller-revision-hash} would be longer than 63
     */
    public static StatefulSetBuildStages.ServiceBuildStage named(String name) {
        NameFormat.DNS_LABEL.require("StatefulSet: metadata.name", name);
        if (name.length() > LONGEST_NAME) {
            throw InvalidValueException.of(
                    "StatefulSet: metadata.name",
                    name,
                    "must have at most " + LONGEST_NAME + " characters, but has " + name.length());
        }
        return StatefulSetBuildStages.start().name(name);
    }

    /** The headless Service that gives each pod its name in DNS. */
    public abstract HeadlessService service();

    /** How many pods there are; 0 keeps the claims and runs nothing. */
    public abstract int replicas();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    /** In which order pods are made and removed; see {@link PodManagementPolicy} for what holds unless given. */
    public abstract Optional<PodManagementPolicy> podManagementPolicy();

    /** What a change of the pods does; see {@link UpdateStrategy#rollingUpdate()} for what holds unless given. */
    public abstract Optional<UpdateStrategy> updateStrategy();

    /** What becomes of the claims when the set is deleted or scaled down. Kubernetes keeps them unless told. */
    public abstract Optional<ClaimRetention> claimRetention();

    /** Claim templates that no container mounts, or that stand before the mounted ones. None unless given. */
    public abstract List<ClaimTemplate> volumeClaimTemplates();

    /** How long a pod must be ready before it counts as available, in whole seconds. Kubernetes takes 0 s. */
    public abstract Optional<Duration> minReady();

    /** How many former versions are kept for {@code kubectl rollout undo}. Kubernetes keeps 10. */
    public abstract Optional<Integer> revisionHistoryLimit();

    /** The ordinal of the first pod. Kubernetes takes 0. Beta in 1.27, stable in 1.31. */
    public abstract Optional<Integer> ordinalsStart();

    /**
     * ConfigMaps and Secrets whose change restarts the pods, all in the order of an update: a hash of what they hold stands
     * in the annotation {@code berth.dev/content-hash} of the pods. None unless given: Kubernetes restarts no pod for them
     * ({@code pkg/kubelet/kubelet_pods.go}, {@code makeEnvironmentVariables}), and a restart is downtime for some.
     */
    @Override
    public abstract List<ConfigContent> restartTriggers();

    /** A last change of the set in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<StatefulSetBuilder>> customize();

    /** The same set with another number of pods. */
    public abstract StatefulSet withReplicas(int replicas);

    /** The same set where something else becomes of the claims. */
    public abstract StatefulSet withClaimRetention(ClaimRetention claimRetention);

    /** The same set with another strategy, such as {@code rollingUpdate().partition(2)} for a canary. */
    public abstract StatefulSet withUpdateStrategy(UpdateStrategy updateStrategy);

    /** The same set with another container. */
    public abstract StatefulSet withContainer(Container container);

    /** The same with other ConfigMaps and Secrets whose change restarts the pods. */
    public abstract StatefulSet withRestartTriggers(Iterable<? extends ConfigContent> restartTriggers);

    @Value.Check
    void check() {
        checkPod("StatefulSet");
        String what = "StatefulSet \"" + name() + "\"";
        notNegative(what + ": spec.replicas", Optional.of(replicas()));
        notNegative(what + ": spec.revisionHistoryLimit", revisionHistoryLimit());
        notNegative(what + ": spec.ordinals.start", ordinalsStart());
        minReady().ifPresent(ready -> Seconds.of(what + ": spec.minReadySeconds", ready, 0));
    }

    /** The headless Service as an object: it stands in a file of the set, before the stateful set. */
    public Manifest headlessService() {
        if (service().outside().isPresent()) {
            throw new InvalidValueException("StatefulSet \"" + name() + "\" has the existing Service \""
                    + service().name() + "\": there is none to render");
        }
        return service().toManifest(this);
    }

    /** The names of the pods, in the order of their ordinals. */
    @Override
    public List<String> podNames() {
        int first = ordinalsStart().orElse(0);
        return IntStream.range(first, first + replicas())
                .mapToObj(this::podName)
                .toList();
    }

    /** The name of the pod with this ordinal. */
    public String podName(int ordinal) {
        return name() + "-" + ordinal;
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

    @Override
    public HasMetadata toModel() {
        StatefulSetBuilder set = new StatefulSetBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withServiceName(service().name())
                .withReplicas(replicas())
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
