package dev.berth.recipe;

import dev.berth.config.ConfigContent;
import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.manifest.DslPart;
import dev.berth.manifest.Manifest;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.Service;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Port;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Mount;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.StorageClassSource;
import dev.berth.workload.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * What every recipe for a server has: StatefulSets in which each server has its own data, their configuration, their
 * Services, and what protects them. A recipe for a product declares its containers; this class adds the security
 * context, the spreading, the disruption budgets and the network policy.
 */
@DslPart
public abstract class Recipe {

    /** The name of the container that reloads the server. */
    protected static final String RELOAD_CONTAINER = "reload";

    /** For the recipes. */
    protected Recipe() {}

    /** The name of the StatefulSet and of the Service for clients, and the prefix of the other names. */
    public abstract String name();

    /** The size of the volume of each server, in bytes. */
    public abstract Bytes storage();

    /** The resource requests and limits of each server, with a limit of memory. */
    public abstract Resources resources();

    /** Who may connect to the servers. */
    public abstract Clients clients();

    /** The StorageClass that provisions the volumes. Defaults to the default StorageClass of the cluster. */
    public abstract Optional<StorageClassSource> storageClass();

    /** What gives a new volume to the user of the server. Defaults to {@link VolumeOwner#fsGroup()}. */
    @Value.Default
    public VolumeOwner volumeOwner() {
        return VolumeOwner.fsGroup();
    }

    /** What happens to the claims when the set is deleted or scaled down. Kubernetes keeps them by default. */
    public abstract Optional<ClaimRetention> claimRetention();

    /** What happens to running servers when their configuration changes. Defaults to {@link ConfigChanges#MANUAL}. */
    @Value.Default
    public ConfigChanges configChanges() {
        return ConfigChanges.MANUAL;
    }

    /** An exporter of metrics next to each server. Optional. */
    public abstract Optional<Metrics> metrics();

    /** The order in which servers are created and deleted. Defaults to the order that the recipe needs. */
    public abstract Optional<PodManagementPolicy> podManagementPolicy();

    /** How pods are replaced when the pod template changes. Defaults to a rolling update. */
    public abstract Optional<UpdateStrategy> updateStrategy();

    /** Parts of the recipe that are left out, each with the reason. None by default. */
    public abstract Map<Safeguard, String> omissions();

    /** Changes the declaration of each StatefulSet, for attributes that the recipe has no method for. Optional. */
    public abstract Optional<UnaryOperator<StatefulSet>> customize();

    /** The ConfigMap with the server's configuration file. */
    @Value.NonAttribute
    public abstract ConfigMap config();

    /** The image of the servers, and the facts about it. */
    protected abstract ServerImage server();

    /** The part of {@link #config()} that the servers read. Defaults to all of it. */
    protected ConfigMap readConfig() {
        return config();
    }

    /** The part of {@link #readConfig()} that the servers read only when they start. Empty if the recipe cannot reload. */
    protected Optional<ConfigMap> readOnStart() {
        return Optional.empty();
    }

    /**
     * The triggers that restart the servers as {@link #configChanges()} declares it. A recipe adds them to the
     * StatefulSets whose pods read the configuration.
     */
    protected final List<ConfigContent> restartTriggers() {
        return switch (configChanges()) {
            case MANUAL -> List.of();
            case RESTART -> List.of(readConfig());
            case RELOAD ->
                readOnStart().stream().<ConfigContent>map(part -> part).toList();
        };
    }

    /**
     * The StatefulSets with their containers and init containers. The recipe adds their security context, resources,
     * claims policy and spreading. The first one is the one that {@link #statefulSet()} returns.
     */
    protected abstract List<StatefulSet> declareSets();

    /** The Services for clients. */
    protected abstract List<Service> declareServices(List<StatefulSet> sets);

    /** The Secrets with the demo values of passwords. None by default. */
    protected List<Secret> declareSecrets() {
        return List.of();
    }

    /** Whether the servers talk to each other, so that the network policy admits them. */
    protected boolean hasPeers() {
        return false;
    }

    /** The port of the exporter, if the recipe supports one. */
    protected Optional<Port> metricsPort() {
        return Optional.empty();
    }

    /** Pods of the recipe that are clients of its servers, such as those of a backup. None by default. */
    protected List<NetworkPolicyPeer> ownClients() {
        return List.of();
    }

    /** Objects after the StatefulSets, such as the CronJob of a backup. None by default. */
    protected List<Manifest> more() {
        return List.of();
    }

    /**
     * Checks what all recipes have in common. A recipe calls it from its own check.
     *
     * @throws InvalidValueException if the resources have no memory limit, if an omission has no reason, or if the recipe
     *     cannot reload its servers as declared
     */
    protected void checkRecipe() {
        String what = what();
        NameFormat.DNS_1035_LABEL.require(server().product() + ": name", name());
        memoryLimit(what);
        if (configChanges() == ConfigChanges.RELOAD && readOnStart().isEmpty()) {
            throw InvalidValueException.of(
                    what + ": configChanges",
                    configChanges(),
                    "must be MANUAL or RESTART: this recipe does not reload its servers");
        }
        omissions().forEach((part, reason) -> {
            if (reason.isBlank()) {
                throw new InvalidValueException(what + ": omissions[" + part + "]: Required value: state the reason");
            }
        });
    }

    /**
     * Checks that the function that customizes the StatefulSets removes nothing that belongs to the recipe. A recipe calls
     * it at the end of its own check.
     *
     * @throws InvalidValueException with everything that is missing
     */
    protected void checkCustomized() {
        if (customize().isPresent()) {
            statefulSets();
        }
    }

    private String what() {
        return server().product() + " \"" + name() + "\"";
    }

    private void memoryLimit(String what) {
        if (resources().limit("memory").isEmpty()) {
            throw new InvalidValueException(
                    what + ": resources: Required value: a memory limit, against which the settings are checked");
        }
    }

    /** The memory limit of each server, in bytes. */
    protected long memoryLimit() {
        return resources().limit("memory").orElseThrow().amount().longValueExact();
    }

    /** The security context of a container that runs as the user of the server: it meets the level {@code restricted}. */
    protected SecurityContext containerSecurity() {
        return volumeOwner().container(server());
    }

    /** Whether a part of the recipe is left out. */
    protected boolean omits(Safeguard part) {
        return omissions().containsKey(part);
    }

    /** The template of the claims for data. The pod {@code NAME-0} has the claim {@code NAME-data-NAME-0}. */
    public ClaimTemplate data() {
        return claims("data", storage());
    }

    /** A volume with a file of {@link #config()} for each key, which is mounted read-only. */
    protected Mount configAt(String directory) {
        return ConfigMapVolume.named("config")
                .configMap(config())
                .build()
                .at(directory)
                .readOnly();
    }

    /** A directory that is empty whenever a pod starts, for a server whose root file system is read-only. */
    protected static Mount emptyDirectory(String name, Bytes limit, String directory) {
        return EmptyDir.named(name).sizeLimit(limit).build().at(directory);
    }

    /** The name of a template of claims. Defaults to {@code NAME-PURPOSE}. */
    protected String claimTemplateName(String purpose) {
        return name() + "-" + purpose;
    }

    /** A template of claims of this size. */
    protected ClaimTemplate claims(String purpose, Bytes size) {
        var template = ClaimTemplate.named(claimTemplateName(purpose))
                .accessMode(AccessMode.READ_WRITE_ONCE)
                .storage(size);
        storageClass().ifPresent(template::storageClass);
        return template.build();
    }

    /** The StatefulSet, or the one with the primary if there are several. */
    public StatefulSet statefulSet() {
        return statefulSets().get(0);
    }

    /** All StatefulSets. */
    public List<StatefulSet> statefulSets() {
        return declareSets().stream().map(this::finished).toList();
    }

    private StatefulSet finished(StatefulSet declared) {
        StatefulSet set = Safeguards.of(this).addTo(declared);
        if (customize().isEmpty()) {
            return set;
        }
        StatefulSet customized = customize().orElseThrow().apply(set);
        RemovedParts.refuse(what(), set, customized);
        return customized;
    }

    /** The Service for clients, or the one that reaches the primary if there are several. */
    public Service service() {
        return declareServices(statefulSets()).get(0);
    }

    /** All objects, in the best order for reading. Secrets are included only for demo values. */
    public List<Manifest> manifests() {
        List<StatefulSet> sets = statefulSets();
        List<Manifest> all = new ArrayList<>();
        all.addAll(configuration());
        all.addAll(declareSecrets());
        sets.forEach(set -> all.add(set.headlessService()));
        all.addAll(declareServices(sets));
        all.addAll(sets);
        all.addAll(more());
        all.addAll(Safeguards.of(this).budgets(sets));
        all.addAll(Safeguards.of(this).networkPolicies(sets));
        return List.copyOf(all);
    }

    /** The ConfigMaps. */
    protected List<ConfigMap> configuration() {
        return List.of(config());
    }
}
