package dev.berth.recipe;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.DslPart;
import dev.berth.manifest.Manifest;
import dev.berth.network.Service;
import dev.berth.value.Bytes;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.StorageClassSource;
import dev.berth.workload.UpdateStrategy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The common part of the recipes for servers: a StatefulSet in which each server has its own data, its ConfigMap, and
 * two Services. The servers do not replicate data, so several replicas do not provide high availability. For this
 * reason, the Service for clients selects only the first server.
 */
@DslPart
public abstract class Recipe {

    /** For the recipes. */
    protected Recipe() {}

    /** The name of the StatefulSet and of the Service for clients, and the prefix of the other names. */
    public abstract String name();

    /** The image of the server. */
    public abstract String image();

    /** The size of the volume of each server, in bytes. */
    public abstract Bytes storage();

    /** The number of servers, each with its own data. Defaults to 1. */
    @Value.Default
    public int replicas() {
        return 1;
    }

    /** The StorageClass that provisions the volumes. Defaults to the default StorageClass of the cluster. */
    public abstract Optional<StorageClassSource> storageClass();

    /** The resource requests and limits of each server. Optional; none by default. */
    public abstract Optional<Resources> resources();

    /** What happens to the claims when the set is deleted or scaled down. Kubernetes keeps them by default. */
    public abstract Optional<ClaimRetention> claimRetention();

    /** The order in which servers are created and deleted. Defaults to one after the other. */
    public abstract Optional<PodManagementPolicy> podManagementPolicy();

    /** How pods are replaced when the pod template changes. Defaults to a rolling update. */
    public abstract Optional<UpdateStrategy> updateStrategy();

    /** Changes the declaration of the StatefulSet, for attributes that the recipe has no method for. Optional. */
    public abstract Optional<UnaryOperator<StatefulSet>> customize();

    /** The ConfigMap with the server's configuration file. */
    @Value.NonAttribute
    public abstract ConfigMap config();

    /** The set as the recipe declares it, before it is customized. */
    protected abstract StatefulSet declareSet();

    /** The template of the claims. The pod {@code NAME-0} has the claim {@code NAME-data-NAME-0}. */
    public ClaimTemplate data() {
        var template = ClaimTemplate.named(name() + "-data")
                .accessMode(AccessMode.READ_WRITE_ONCE)
                .storage(storage());
        storageClass().ifPresent(template::storageClass);
        return template.build();
    }

    /** The StatefulSet. */
    public StatefulSet statefulSet() {
        return customize().orElse(UnaryOperator.identity()).apply(declareSet());
    }

    /** The Service for clients. */
    public Service service() {
        return service(statefulSet());
    }

    private Service service(StatefulSet set) {
        var service = Service.named(name()).selecting(set);
        if (set.replicas() > 1) {
            service.onlyPod(set.ordinalsStart().orElse(0))
                    .comment("Each server has data of its own, so clients reach the first one only.");
        }
        return service.build();
    }

    /** All objects, in the best order for reading. The Secret is not included: the user declares it. */
    public List<Manifest> manifests() {
        StatefulSet set = statefulSet();
        return List.of(config(), set.headlessService(), service(set), set);
    }
}
