package dev.berth.postgres;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.object.ExistingObject;
import dev.berth.selector.SelectablePods;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Port;
import dev.berth.yaml.Comments;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The servers of a {@link Postgres} declaration as a {@code Cluster} of CloudNativePG, an operator that replaces a failed
 * primary by itself. What cannot be carried over is refused by name.
 *
 * <pre>{@code
 * CloudNativePgCluster.named("orders")
 *         .postgres(orders)
 *         .imageName("ghcr.io/cloudnative-pg/postgresql:17.5-standard-bookworm")
 *         .userRights(CloudNativePgCluster.UserRights.OWNER)
 *         .build()
 * }</pre>
 *
 * <p>{@link #manifests()} returns the Cluster and everything around it. The Cluster itself stands for its pods: {@code
 * PodMonitor.named("orders").selecting(cluster)} scrapes them, and {@code NetworkPolicyPeer.podsOf(cluster)} admits them.
 *
 * <p>It follows the CRD of CloudNativePG 1.30.0, {@code postgresql.cnpg.io/v1}. Source of the limits: {@code
 * api/v1/cluster_types.go}, and {@code internal/webhook/v1/cluster_webhook.go}.
 */
@Value.Immutable
@Dsl
public abstract class CloudNativePgCluster extends NamedCustomResource
        implements SelectablePods, ExtensibleCloudNativePgCluster {

    /** The port of the metrics that the operator's own exporter serves. */
    public static final Port METRICS_PORT = Port.tcp("metrics", 9187);

    static final String API_VERSION = "postgresql.cnpg.io/v1";

    /** The port of PostgreSQL. Its name is that of the operator. */
    static final Port SERVER_PORT = Port.tcp("postgresql", 5432);

    /** The port through which the operator and the other instances ask for the status of an instance. */
    static final Port STATUS_PORT = Port.tcp("status", 8000);

    CloudNativePgCluster() {}

    /** What the user of the declaration may do. In a StatefulSet, it is the superuser. */
    public enum UserRights {
        /** It owns the database, and is not a superuser. CloudNativePG recommends this. */
        OWNER,
        /** It owns the database, and is a superuser, as in a StatefulSet. Dumps need this. */
        SUPERUSER
    }

    /**
     * Returns a builder for a Cluster.
     *
     * @param name the name of the Cluster, and the prefix of all other names. It may differ from that of the servers.
     */
    public static CloudNativePgClusterBuildStages.PostgresBuildStage named(String name) {
        return CloudNativePgClusterBuildStages.start()
                .name(NameFormat.DNS_1035_LABEL.require("Cluster: metadata.name", name));
    }

    /** The servers. */
    public abstract Postgres postgres();

    /**
     * The image of the instances, with a tag that starts with the major version of the declaration, such as {@code
     * ghcr.io/cloudnative-pg/postgresql:17.5-standard-bookworm}. The image of the declaration is not used, because the
     * operator needs one without an entry point of its own.
     */
    public abstract String imageName();

    /** What the user of the declaration may do. */
    public abstract UserRights userRights();

    /**
     * How many followers must confirm a commit before the server reports it to the client: at least 1, and fewer than the
     * servers.
     * Writes wait while fewer followers run. Optional; without it, a failover may lose the last commits.
     */
    public abstract Optional<Integer> synchronous();

    /**
     * The locale of the databases, such as {@code en_US.utf8}, which decides how text is sorted. CloudNativePG defaults to
     * {@code C}; the official image on Debian has {@code en_US.utf8}.
     */
    public abstract Optional<String> locale();

    /** The pods of the operator, which the network policy admits. Defaults to those of its manifests. */
    @Value.Default
    public NetworkPolicyPeer operator() {
        return NetworkPolicyPeer.podsWith(Map.of("app.kubernetes.io/name", "cloudnative-pg"))
                .in(Namespace.named("cnpg-system").build());
    }

    /** Who may read the metrics. Optional; the exporter of the operator always runs. */
    public abstract List<NetworkPolicyPeer> scrapers();

    /**
     * Running servers of the recipe in the same namespace, whose databases the first instance imports before it starts.
     * Optional.
     */
    public abstract Optional<Postgres> importFrom();

    @Value.Check
    void check() {
        checkMetadata("Cluster");
        ClusterRefusals.refuse(this);
    }

    /** The address of the Service that reaches the primary, within the namespace. */
    public String readWriteAddress() {
        return name() + "-rw";
    }

    /** The address of the Service that reaches only followers, within the namespace. */
    public String readOnlyAddress() {
        return name() + "-ro";
    }

    /** The Cluster and everything around it, in the best order for reading. */
    public List<Manifest> manifests() {
        List<Manifest> all = new ArrayList<>();
        ClusterScripts.of(this).config().ifPresent(all::add);
        all.add(this);
        all.addAll(ClusterDatabases.of(this));
        jobs().map(BackupJobs::manifests).ifPresent(all::addAll);
        all.addAll(ClusterPolicy.of(this));
        return List.copyOf(all);
    }

    /**
     * A Job that restores a dump, as {@link Postgres#restore(PostgresRestore)} does.
     *
     * @throws InvalidValueException if there is no backup
     */
    public List<Manifest> restore(PostgresRestore restore) {
        BackupJobs jobs = jobs().orElseThrow(() ->
                new InvalidValueException("Cluster \"" + name() + "\": restore: there is no backup: declare one"));
        return postgres().restore(jobs, restore);
    }

    @Value.NonAttribute
    Optional<BackupJobs> jobs() {
        return postgres().jobs(name(), readWriteAddress());
    }

    @Override
    public Comments comments() {
        return Comments.of(
                        Optional.empty(),
                        Map.of("spec.storage", "The operator deletes the volumes together with the Cluster."))
                .and(super.comments());
    }

    @Override
    public Map<String, String> selector() {
        return Map.of("cnpg.io/cluster", name());
    }

    @Override
    public Map<String, String> allPodLabels() {
        return selector();
    }

    @Override
    public List<Port> ports() {
        return List.of(SERVER_PORT, METRICS_PORT, STATUS_PORT);
    }

    @Override
    public Set<ExistingObject> existing() {
        return ClusterSecrets.of(this).outside();
    }

    @Override
    public HasMetadata toModel() {
        return customResource(
                API_VERSION, "Cluster", new ClusterSpec(this).fields().toMap());
    }
}
