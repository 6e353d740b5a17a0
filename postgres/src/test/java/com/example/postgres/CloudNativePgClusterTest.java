package com.example.postgres;

import static dev.berth.postgres.CloudNativePgCluster.UserRights.OWNER;
import static dev.berth.postgres.CloudNativePgCluster.UserRights.SUPERUSER;
import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.monitoring.MetricsEndpoint;
import dev.berth.monitoring.PodMonitor;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.CloudNativePgCluster;
import dev.berth.postgres.HbaRule;
import dev.berth.postgres.InitScript;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresBackup;
import dev.berth.postgres.PostgresBuildStages;
import dev.berth.postgres.PostgresDatabase;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresMemory;
import dev.berth.postgres.PostgresRestore;
import dev.berth.postgres.PostgresSetting;
import dev.berth.postgres.PostgresTopology;
import dev.berth.postgres.PostgresUser;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.Tls;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.Resources;
import dev.berth.workload.Schedule;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same declaration as StatefulSets and as a Cluster of CloudNativePG. */
class CloudNativePgClusterTest {

    private static final String IMAGE = "ghcr.io/cloudnative-pg/postgresql:17.5-standard-bookworm";
    private static final Namespace MONITORING = Namespace.named("monitoring").build();
    private static final Namespace SHOP = Namespace.named("shop")
            .putLabel("pod-security.kubernetes.io/enforce", "restricted")
            .build();

    private static PostgresBuildStages.BuildFinal orders() {
        return Postgres.named("orders")
                .image(PostgresImage.of("postgres:17.5"))
                .database("orders")
                .user("orders")
                .password(Password.key(login("orders"), "password"))
                .storage(gibi(10))
                .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))));
    }

    /** A Secret of the type {@code kubernetes.io/basic-auth}. */
    private static SecretSource login(String user) {
        return Secret.existing(user + "-login");
    }

    @Test
    void three_replicating_servers_render_as_stateful_sets_and_as_a_cluster() {
        Postgres orders = orders().topology(
                        PostgresTopology.streaming(3, Password.key(login("replication"), "password")))
                .build();
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders")
                .postgres(orders)
                .imageName(IMAGE)
                .userRights(OWNER)
                .synchronous(1)
                .build();

        assertThat(kinds(orders.manifests())).contains("StatefulSet").doesNotContain("Cluster");
        assertThat(kinds(cluster.manifests())).containsExactly("Cluster", "NetworkPolicy");
        assertThat(cluster.readWriteAddress()).isEqualTo("orders-rw");
        assertThat(cluster.readOnlyAddress()).isEqualTo("orders-ro");
        rendersAs("cluster-streaming", cluster.manifests());
    }

    @Test
    void one_server_without_policies_renders_as_reviewed() {
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders")
                .postgres(orders().putOmission(Safeguard.SPREADING, "There is one node.")
                        .putOmission(Safeguard.SHARED_MEMORY, "There are no parallel queries.")
                        .build()
                        .withClients(Clients.everyone("The network of the cluster is separate.")))
                .imageName(IMAGE)
                .userRights(OWNER)
                .locale("en_US.utf8")
                .build();

        rendersAs("cluster-one", cluster.manifests());
    }

    @Test
    void every_option_that_can_be_carried_over_renders_as_reviewed() {
        Postgres orders = orders().topology(
                        PostgresTopology.streaming(2, Password.key(login("replication"), "password")))
                .walStorage(gibi(4))
                .storageClass(new ExistingStorageClass("fast-ssd"))
                .sharedMemory(mebi(512))
                .addSettings(
                        PostgresSetting.sharedBuffers(PostgresMemory.megabytes(256)),
                        PostgresSetting.other("log_line_prefix", "it's 100%% a \"test\" #1 \\ "),
                        PostgresSetting.other("shared_preload_libraries", "pg_stat_statements, pg_cron"))
                .tls(Tls.required(Secret.existing("orders-tls")))
                .backup(PostgresBackup.dumpAsSuperuser(Schedule.daily(3, 0), gibi(50))
                        .keep(2))
                .addUser(PostgresUser.of("app", Password.file(login("app"), "password")))
                .addDatabase(PostgresDatabase.ownedBy("app", "monthly_reports"))
                .addInitScripts(
                        InitScript.sql("schema", "CREATE TABLE orders (id bigint PRIMARY KEY);\n"),
                        InitScript.sql("rights", "GRANT SELECT ON orders TO app"))
                .addHbaRule(HbaRule.ssl("orders", "app", "10.0.0.0/8").scram())
                .build();
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders")
                .postgres(orders)
                .imageName(IMAGE)
                .userRights(SUPERUSER)
                .addScraper(NetworkPolicyPeer.podsIn(MONITORING))
                .putLabel("team", "shop")
                .build();
        PodMonitor monitor = PodMonitor.named("orders")
                .selecting(cluster)
                .endpoint(MetricsEndpoint.of(CloudNativePgCluster.METRICS_PORT).build())
                .build();

        List<Manifest> manifests = new ArrayList<>(cluster.manifests());
        manifests.add(monitor);
        rendersAs("cluster-full", manifests);
        assertThat(ManifestSet.of(ManifestFile.of("restore.yaml", cluster.restore(PostgresRestore.newest()))
                                .in(SHOP))
                        .existing("ConfigMap", "orders-backup")
                        .existing("PersistentVolumeClaim", "orders-backup"))
                .matchesGoldenTree(Path.of("src/test/golden/cluster-restore"));
    }

    /** PostgreSQL reads quotation marks and backslashes in its file; the operator writes that file from the plain value. */
    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "\\", "\\'", "'quoted'", "on", "10MB", "a # b"})
    void a_parameter_is_the_value_that_was_declared(String value) {
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders")
                .postgres(orders().addSetting(PostgresSetting.other("log_line_prefix", value))
                        .build())
                .imageName(IMAGE)
                .userRights(OWNER)
                .build();

        var object = (GenericKubernetesResource) cluster.toModel();
        assertThat(object.<String>get("spec", "postgresql", "parameters", "log_line_prefix"))
                .isEqualTo(value);
    }

    @Test
    void clients_must_use_tls_if_the_declaration_requires_it() {
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders")
                .postgres(orders().tls(Tls.required(Secret.existing("orders-tls")))
                        .build())
                .imageName(IMAGE)
                .userRights(OWNER)
                .build();

        rendersAs("cluster-tls", cluster.manifests());
    }

    @Test
    void a_cluster_imports_the_databases_of_running_servers() {
        Postgres running = orders().build()
                .withClients(Clients.only(
                        NetworkPolicyPeer.podsWith(Map.of("app", "shop")),
                        NetworkPolicyPeer.podsWith(Map.of("cnpg.io/cluster", "orders-db"))));
        Postgres streaming = orders().topology(
                        PostgresTopology.streaming(3, Password.key(login("replication"), "password")))
                .build();
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders-db")
                .postgres(streaming)
                .imageName(IMAGE)
                .userRights(OWNER)
                .importFrom(running)
                .build();

        List<Manifest> both = new ArrayList<>(running.manifests());
        both.addAll(cluster.manifests());
        rendersAs("cluster-import", both);
    }

    @Test
    void several_databases_are_imported_with_their_users() {
        Postgres running = orders().tls(Tls.optional(Secret.existing("orders-tls")))
                .addUser(PostgresUser.of("app", Password.key(login("app"), "password")))
                .addDatabase(PostgresDatabase.ownedBy("app", "reports"))
                .addInitScript(InitScript.sql("schema", "CREATE TABLE orders (id bigint PRIMARY KEY);\n"))
                .build();
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders-db")
                .postgres(running)
                .imageName(IMAGE)
                .userRights(OWNER)
                .importFrom(running)
                .build();

        rendersAs("cluster-import-all", cluster.manifests());
    }

    private static List<String> kinds(List<Manifest> manifests) {
        return manifests.stream().map(manifest -> manifest.toModel().getKind()).toList();
    }

    private static void rendersAs(String directory, List<Manifest> manifests) {
        assertThat(ManifestSet.of(
                        ManifestFile.of("namespace.yaml", SHOP),
                        ManifestFile.of(directory + ".yaml", manifests).in(SHOP)))
                .matchesGoldenTree(Path.of("src/test/golden", directory));
    }
}
