package dev.berth.recipe;

import dev.berth.config.ConfigMap;
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
 * What the recipes for servers have in common: a StatefulSet whose servers each have data of their own, its ConfigMap, and
 * two Services. Nothing is copied from one server to another, so several replicas make no high availability; that is why
 * the Service for clients answers with the first one only.
 */
public abstract class Recipe {

    /** Made by the recipes. */
    protected Recipe() {}

    /** The name of the StatefulSet and of the Service for clients; the other names start with it. */
    public abstract String name();

    /** The image of the server. */
    public abstract String image();

    /** How large the volume of each server is, in bytes. */
    public abstract Bytes storage();

    /** How many servers there are, each with data of its own. One unless given. */
    @Value.Default
    public int replicas() {
        return 1;
    }

    /** The class that makes the volumes. The cluster's default unless given. */
    public abstract Optional<StorageClassSource> storageClass();

    /** What each server is promised and may use. No promise and no limit unless given. */
    public abstract Optional<Resources> resources();

    /** What becomes of the claims when the set is deleted or scaled down. Kubernetes keeps them unless told. */
    public abstract Optional<ClaimRetention> claimRetention();

    /** In which order servers are started and removed. One after the other unless given. */
    public abstract Optional<PodManagementPolicy> podManagementPolicy();

    /** What a change of the pods does. A rolling update unless given. */
    public abstract Optional<UpdateStrategy> updateStrategy();

    /** A last change of the StatefulSet's declaration, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<StatefulSet>> customize();

    /** The ConfigMap with the server's configuration file. */
    public abstract ConfigMap config();

    /** The set as the recipe declares it, before it is customized. */
    protected abstract StatefulSet declareSet();

    /** The template of the claims: pod {@code NAME-0} has the claim {@code NAME-data-NAME-0}. */
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

    /** All objects, in the order in which they are best read. A Secret is none of them: it is the user's own. */
    public List<Manifest> manifests() {
        StatefulSet set = statefulSet();
        return List.of(config(), set.headlessService(), service(set), set);
    }
}
