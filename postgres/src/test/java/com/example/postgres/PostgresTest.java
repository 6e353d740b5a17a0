package com.example.postgres;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
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
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.Password;
import dev.berth.recipe.Tls;
import dev.berth.secret.ExternalSecret;
import dev.berth.secret.RemoteRef;
import dev.berth.secret.SecretStoreRef;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.Resources;
import dev.berth.workload.Schedule;
import dev.berth.workload.UpdateStrategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTest {

    private static final SecretSource SECRET = Secret.existing("orders-credentials");

    /** A namespace in which the API server refuses every pod that does not meet the level "restricted". */
    private static final Namespace SHOP = Namespace.named("shop")
            .putLabel("pod-security.kubernetes.io/enforce", "restricted")
            .build();

    private static PostgresBuildStages.BuildFinal orders() {
        return Postgres.named("orders")
                .image(PostgresImage.of("postgres:17.5"))
                .database("orders")
                .user("orders")
                .password(Password.key(SECRET, "password"))
                .storage(gibi(10))
                .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))));
    }

    @Test
    void one_server_and_independent_servers_render_as_reviewed() {
        Postgres three = Postgres.named("reports")
                .image(PostgresImage.alpine("18.1"))
                .database("reports")
                .user("reports")
                .password(Password.file(SECRET, "reports"))
                .storage(gibi(100))
                .resources(Resources.requests(millicores(500), mebi(1024)).memoryLimit(mebi(1024)))
                .clients(Clients.everyone("The network of the cluster is separate."))
                .topology(PostgresTopology.independent(3))
                .storageClass(new ExistingStorageClass("fast-ssd"))
                .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
                .updateStrategy(UpdateStrategy.rollingUpdate().partition(2))
                .addSettings(
                        PostgresSetting.maxConnections(200),
                        PostgresSetting.sharedBuffers(PostgresMemory.megabytes(256)),
                        PostgresSetting.statementTimeout(Duration.ofMinutes(5)),
                        PostgresSetting.other("log_line_prefix", "%m [%p] 'orders' "))
                .build();

        rendersAs("one.yaml", orders().build());
        rendersAs("three.yaml", three);
    }

    @Test
    void a_server_that_reloads_its_configuration_renders_as_reviewed() {
        Postgres postgres = orders().configChanges(ConfigChanges.RELOAD).build();

        rendersAs("reload.yaml", postgres);
    }

    @Test
    void a_primary_and_two_followers_render_as_reviewed() {
        Postgres streaming = orders().topology(PostgresTopology.streaming(3, Password.key(SECRET, "replication")))
                .build();

        rendersAs("streaming.yaml", streaming);
        rendersAs("promoted.yaml", streaming.withTopology(streaming.topology().primary(1)));
    }

    /** {@link MajorUpgradeTest} runs the runbooks of the review from each tree with 14 to the one with 15. */
    @ParameterizedTest
    @CsvSource({"14, postgres:14.24", "15, postgres:15.18"})
    void two_major_versions_render_as_reviewed(String major, String image) {
        Postgres one = orders().walStorage(gibi(4))
                .addUser(PostgresUser.of("app", Password.key(SECRET, "app-password")))
                .addDatabase(PostgresDatabase.ownedBy("app", "reports"))
                .addInitScript(InitScript.sql("schema", "CREATE TABLE orders (id bigint PRIMARY KEY);\n"))
                .build()
                .withImage(PostgresImage.of(image));

        rendersAs("one-" + major, "orders.yaml", one);
        rendersAs(
                "streaming-" + major,
                "orders.yaml",
                one.withTopology(PostgresTopology.streaming(2, Password.key(SECRET, "replication"))));
    }

    @Test
    void users_databases_scripts_a_log_volume_and_tls_render_as_reviewed() {
        Postgres full = orders().walStorage(gibi(4))
                .backup(PostgresBackup.dump(Schedule.daily(3, 0), gibi(50), Password.key(SECRET, "backup"))
                        .keep(2))
                .sharedMemory(mebi(512))
                .addSetting(PostgresSetting.other("cluster_name", "it's a \"test\" #1 \\"))
                .tls(Tls.required(Secret.existing("orders-tls")))
                .addUser(PostgresUser.of("app", Password.key(SECRET, "app-password")))
                .addDatabase(PostgresDatabase.ownedBy("app", "reports"))
                .addInitScripts(
                        InitScript.sql("schema", "CREATE TABLE orders (id bigint PRIMARY KEY);\n"),
                        InitScript.sql("rights", "GRANT SELECT ON orders TO app;\n"))
                .addHbaRules(
                        HbaRule.ssl("orders", "app", "10.0.0.0/8").scram(),
                        HbaRule.tcp(HbaRule.ALL, HbaRule.ALL, HbaRule.ALL).reject())
                .build();

        rendersAs("full.yaml", full);
        restoresAs("restore", full, PostgresRestore.newest());
        restoresAs("restore-replacing", full, PostgresRestore.newest().replacingData());
    }

    @Test
    void base_backups_and_their_restoration_render_as_reviewed() {
        Postgres copied = orders().walStorage(gibi(4))
                .backup(PostgresBackup.base(Schedule.daily(3, 0), gibi(50), Password.file(SECRET, "backup"))
                        .keep(3)
                        .deadline(Duration.ofHours(3)))
                .build();

        rendersAs("base.yaml", copied);
        restoresAs("base-restore", copied, PostgresRestore.newest());
        restoresAs("base-replacing", copied, PostgresRestore.newest().replacingData());
    }

    private static void restoresAs(String tree, Postgres postgres, PostgresRestore restore) {
        assertThat(ManifestSet.of(ManifestFile.of("restore.yaml", postgres.restore(restore))
                                .in(SHOP))
                        .existing("ConfigMap", "orders-backup")
                        .existing("PersistentVolumeClaim", "orders-backup"))
                .matchesGoldenTree(Path.of("src/test/golden", tree));
    }

    @Test
    void an_exporter_and_a_password_from_a_store_render_as_reviewed() {
        ExternalSecret login = ExternalSecret.named("orders-login")
                .secretStore(SecretStoreRef.clusterSecretStore("vault"))
                .putData("password", RemoteRef.of("shop/orders").property("password"))
                .build();
        Postgres postgres = orders().metrics(Metrics.exporter(
                                "quay.io/prometheuscommunity/postgres-exporter:v0.17.1",
                                Password.key(SECRET, "metrics"))
                        .scrapedBy(NetworkPolicyPeer.podsIn(
                                Namespace.named("monitoring").build())))
                .build()
                .withPassword(Password.key(login.secret(), "password"));

        assertThat(ManifestSet.of(
                        ManifestFile.of("namespace.yaml", SHOP),
                        ManifestFile.of("login.yaml", login).in(SHOP),
                        ManifestFile.of("metrics.yaml", postgres.manifests()).in(SHOP)))
                .matchesGoldenTree(Path.of("src/test/golden/metrics"));
    }

    @Test
    void names_with_every_special_character_render_as_reviewed() {
        String database = "the \"orders\" #1 \\ 'x' $(HOME)";
        Postgres quoted = orders().build()
                .withDatabase(database)
                .withUser("the owner #1")
                .plusUser(PostgresUser.of("app", Password.key(SECRET, "app-password")))
                .plusSetting(PostgresSetting.other("cluster_name", "it's a \"test\" #1 \\"))
                .plusHbaRules(
                        HbaRule.tcp(database, "app", HbaRule.ALL).scram(),
                        HbaRule.tcp(HbaRule.ALL, HbaRule.ALL, HbaRule.ALL).reject())
                .withBackup(PostgresBackup.dumpAsSuperuser(Schedule.daily(3, 0), gibi(50)));

        rendersAs("quoted.yaml", quoted);
    }

    @Test
    void followers_with_tls_and_exporters_render_as_reviewed() {
        Postgres streaming = orders().topology(PostgresTopology.streaming(3, Password.key(SECRET, "replication")))
                .tls(Tls.required(Secret.existing("orders-tls")))
                .metrics(Metrics.exporter(
                        "quay.io/prometheuscommunity/postgres-exporter:v0.17.1", Password.file(SECRET, "metrics")))
                .build();

        rendersAs("streaming-tls.yaml", streaming);
        rendersAs(
                "promoted-tls.yaml", streaming.withTopology(streaming.topology().primary(1)));
    }

    @Test
    void an_image_that_stops_with_another_signal_renders_as_reviewed() {
        rendersAs(
                "custom.yaml",
                orders().build()
                        .withImage(PostgresImage.custom("registry.example.com/team/postgres-sigterm:3", 17, 999, 999)));
    }

    @Test
    void demo_values_and_no_password_render_as_reviewed() {
        rendersAs(
                "demo.yaml",
                orders().build()
                        .withPassword(Password.demoValue("not-a-secret"))
                        .withTopology(PostgresTopology.streaming(2, Password.demoValue("not-a-secret-either"))));
        rendersAs("open.yaml", orders().build().withPassword(Password.withoutPassword("The data is public.")));
    }

    /** Each tree has a directory of its own, because the objects have the same names. */
    private static void rendersAs(String file, Postgres postgres) {
        rendersAs(file.replace(".yaml", ""), file, postgres);
    }

    private static void rendersAs(String tree, String file, Postgres postgres) {
        List<Manifest> manifests = postgres.manifests();
        assertThat(ManifestSet.of(
                        ManifestFile.of("namespace.yaml", SHOP),
                        ManifestFile.of(file, manifests).in(SHOP)))
                .matchesGoldenTree(Path.of("src/test/golden", tree));
    }

    @Test
    void the_stateful_set_can_be_customized_where_the_recipe_has_no_method() {
        Postgres postgres = orders().customize(set -> set.withReplicas(2)).build();

        assertThat(postgres.statefulSet().podNames()).containsExactly("orders-0", "orders-1");
        assertThat(postgres.service().onlyPod()).contains(0);
    }
}
