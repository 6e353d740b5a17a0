package dev.berth.postgres;

import dev.berth.custom.Fields;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.Tls;
import dev.berth.value.Bytes;
import dev.berth.workload.StorageClassSource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The spec of a Cluster, in the order in which CloudNativePG documents it. */
record ClusterSpec(CloudNativePgCluster cluster) {

    Fields fields() {
        Postgres postgres = cluster.postgres();
        return new Fields()
                .put("instances", postgres.replicas())
                .put("imageName", cluster.imageName())
                .put("bootstrap", new Fields().put("initdb", initdb()))
                .put("externalClusters", ClusterImport.of(cluster).sources())
                .put("managed", new Fields().put("roles", roles()))
                .put("postgresql", postgresql())
                .put("certificates", certificates())
                .put("storage", volume(postgres.storage()))
                .put("walStorage", postgres.walStorage().map(size -> volume(size)
                        .toMap()))
                .put("resources", resources())
                .put("ephemeralVolumesSizeLimit", new Fields().put("shm", sharedMemory()))
                .put("affinity", affinity())
                .put("topologySpreadConstraints", spreading())
                .put("enablePDB", budget());
    }

    private Fields initdb() {
        Postgres postgres = cluster.postgres();
        Fields initdb = new Fields()
                .put("database", postgres.database())
                .put("owner", postgres.user())
                .put("secret", new Fields().put("name", ClusterSecrets.name(postgres.password())))
                .put("localeCollate", cluster.locale())
                .put("localeCType", cluster.locale());
        ClusterScripts.of(cluster).addTo(initdb);
        return initdb.put("import", ClusterImport.of(cluster).fields());
    }

    /** A superuser is a managed role too, because the operator creates the owner without rights of its own. */
    private List<Object> roles() {
        List<Object> all = new ArrayList<>();
        if (cluster.userRights() == CloudNativePgCluster.UserRights.SUPERUSER) {
            all.add(new Fields()
                    .put("name", cluster.postgres().user())
                    .put("ensure", "present")
                    .put("login", true)
                    .put("superuser", true)
                    .toMap());
        }
        cluster.postgres()
                .users()
                .forEach(user -> all.add(new Fields()
                        .put("name", user.name())
                        .put("ensure", "present")
                        .put("login", true)
                        .put("passwordSecret", new Fields().put("name", ClusterSecrets.name(user.password())))
                        .toMap()));
        return all;
    }

    private Fields postgresql() {
        OperatorSettings settings = OperatorSettings.of(cluster);
        Optional<Map<String, Object>> synchronous = cluster.synchronous()
                .map(number ->
                        new Fields().put("method", "any").put("number", number).toMap());
        return new Fields()
                .put("parameters", settings.parameters())
                .put("shared_preload_libraries", settings.libraries())
                .put("pg_hba", hba())
                .put("synchronous", synchronous);
    }

    /** The operator adds "host all all all scram-sha-256" at the end, so the last rule here decides before that. */
    private List<String> hba() {
        Postgres postgres = cluster.postgres();
        List<String> all = new ArrayList<>();
        boolean isTlsRequired = postgres.tls().filter(tls -> !tls.plain()).isPresent();
        if (postgres.hbaRules().isEmpty()) {
            return isTlsRequired ? List.of("hostnossl all all all reject") : all;
        }
        if (postgres.backup().isPresent()) {
            all.add((isTlsRequired ? "hostssl" : "host") + " all " + HbaRule.quoted(postgres.user())
                    + " all scram-sha-256");
        }
        postgres.hbaRules().forEach(rule -> all.add(rule.line()));
        String rest = "host all all all reject";
        if (!all.get(all.size() - 1).equals(rest)) {
            all.add(rest);
        }
        return all;
    }

    private Fields certificates() {
        Fields certificates = new Fields();
        cluster.postgres().tls().map(Tls::secret).ifPresent(secret -> certificates
                .put("serverTLSSecret", secret.name())
                .put("serverCASecret", secret.name()));
        return certificates;
    }

    private Fields volume(Bytes size) {
        return new Fields()
                .put("size", size.toString())
                .put("storageClass", cluster.postgres().storageClass().map(StorageClassSource::name));
    }

    private Fields resources() {
        var resources = cluster.postgres().resources().toModel();
        return new Fields()
                .put("requests", amounts(resources.getRequests()))
                .put("limits", amounts(resources.getLimits()));
    }

    private static Fields amounts(Map<String, Quantity> amounts) {
        Fields fields = new Fields();
        amounts.forEach((resource, amount) -> fields.put(resource, amount.toString()));
        return fields;
    }

    private Optional<String> sharedMemory() {
        Postgres postgres = cluster.postgres();
        return postgres.omissions().containsKey(Safeguard.SHARED_MEMORY)
                ? Optional.empty()
                : Optional.of(PostgresPod.sharedMemory(postgres).toString());
    }

    private Fields affinity() {
        return omits(Safeguard.SPREADING) ? new Fields().put("enablePodAntiAffinity", false) : new Fields();
    }

    /** The operator spreads over nodes by itself, and over zones only if asked to. */
    private List<Object> spreading() {
        if (cluster.postgres().replicas() < 2 || omits(Safeguard.SPREADING)) {
            return List.of();
        }
        Map<String, String> instances = new LinkedHashMap<>(cluster.selector());
        instances.put("cnpg.io/podRole", "instance");
        return List.of(new Fields()
                .put("maxSkew", 1)
                .put("topologyKey", "topology.kubernetes.io/zone")
                .put("whenUnsatisfiable", "ScheduleAnyway")
                .put("labelSelector", new Fields().put("matchLabels", instances))
                .toMap());
    }

    /** The budget of a single instance would block every drain. */
    private Optional<Boolean> budget() {
        return cluster.postgres().replicas() < 2 || omits(Safeguard.DISRUPTION_BUDGET)
                ? Optional.of(false)
                : Optional.empty();
    }

    private boolean omits(Safeguard part) {
        return cluster.postgres().omissions().containsKey(part);
    }
}
