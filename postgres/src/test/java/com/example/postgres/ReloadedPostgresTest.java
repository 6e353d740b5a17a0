package com.example.postgres;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.config.Secret;
import dev.berth.harness.LocalCluster;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.HbaRule;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresMemory;
import dev.berth.postgres.PostgresSetting;
import dev.berth.recipe.Clients;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Password;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeWriter;
import dev.berth.workload.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a declaration reach a real server, with a restart only if it needs one. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReloadedPostgresTest {

    private static final String POD = "orders-0";

    /** The tree is rendered for the version that runs here: it decides which settings can be reloaded. */
    private static Postgres declared = Postgres.named("orders")
            .image(PostgresImage.of("postgres:15.13"))
            .database("orders")
            .user("orders")
            .password(Password.key(Secret.existing("orders-credentials"), "password"))
            .storage(gibi(10))
            .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
            .configChanges(ConfigChanges.RELOAD)
            .addHbaRule(HbaRule.tcp("orders", "orders", "all").scram())
            .build();

    @TempDir
    static Path directory;

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: PostgreSQL in a pod, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in a pod here");
        cluster = LocalCluster.start();
        cluster.secret("orders-credentials", Map.of("password", "secret"));
        apply(declared);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static void apply(Postgres postgres) {
        declared = postgres;
        Namespace shop = Namespace.named("shop").build();
        TreeWriter.write(
                ManifestTree.render(
                        ManifestSet.of(ManifestFile.of("orders.yaml", postgres.manifests())
                                        .in(shop))
                                .existing("Secret", "orders-credentials")
                                .existing("Namespace", "shop"),
                        "test",
                        "mvn test"),
                directory);
        cluster.apply(directory);
    }

    @Test
    @Order(1)
    void a_setting_that_can_be_reloaded_reaches_the_running_server() {
        String started = sql("SELECT pg_postmaster_start_time()");
        apply(declared.plusSetting(PostgresSetting.workMem(PostgresMemory.megabytes(8))));

        cluster.await("the server has the setting", () -> sql("SHOW work_mem").equals("8MB"));
        assertThat(sql("SELECT pg_postmaster_start_time()")).isEqualTo(started);
        assertThat(cluster.log(POD, "reload")).contains("The server has read its files again.");
    }

    @Test
    @Order(2)
    void a_rule_in_pg_hba_reaches_the_running_server() {
        String started = sql("SELECT pg_postmaster_start_time()");
        assertThat(client("postgres")).contains("no pg_hba.conf entry");
        apply(declared.plusHbaRule(HbaRule.tcp("postgres", "orders", "all").scram()));

        cluster.await("the user may connect", () -> client("postgres").equals("1"));
        assertThat(sql("SELECT pg_postmaster_start_time()")).isEqualTo(started);
    }

    @Test
    @Order(3)
    void a_removed_setting_has_its_default_again() {
        apply(declared.replaceSettings(List.of()));

        cluster.await("the setting has its default", () -> sql("SHOW work_mem").equals("4MB"));
    }

    @Test
    @Order(4)
    void a_setting_that_the_server_reads_when_it_starts_restarts_the_pod() {
        String started = sql("SELECT pg_postmaster_start_time()");
        apply(declared.plusSetting(PostgresSetting.maxConnections(42)));

        assertThat(sql("SHOW max_connections")).isEqualTo("42");
        assertThat(sql("SELECT pg_postmaster_start_time()")).isNotEqualTo(started);
    }

    @Test
    @Order(5)
    void both_containers_stop_when_the_kubelet_asks_them_to() {
        assertThat(cluster.stop(POD)).as("stopped within the grace period").isTrue();
        cluster.start(POD);
        cluster.awaitReady(POD);
    }

    @Test
    @Order(6)
    void an_invalid_value_is_in_the_log_and_the_server_keeps_its_value() {
        String started = sql("SELECT pg_postmaster_start_time()");
        apply(declared.plusSetting(PostgresSetting.other("log_min_messages", "loud")));

        cluster.await("the value is reported", () -> cluster.log(POD, "reload")
                .contains("Not applied: /etc/postgresql/postgresql.conf:4: log_min_messages: setting could not"
                        + " be applied"));
        assertThat(sql("SHOW log_min_messages")).isEqualTo("warning");
        assertThat(sql("SELECT pg_postmaster_start_time()")).isEqualTo(started);
        assertThat(cluster.isReady(POD)).isTrue();
    }

    @Test
    @Order(7)
    void the_facts_about_settings_agree_with_the_server() throws IOException {
        int major = Integer.parseInt(sql("SHOW server_version_num")) / 10000;
        Set<String> onStart = sql("SELECT lower(name) FROM pg_settings WHERE context = 'postmaster' ORDER BY 1")
                .lines()
                .collect(Collectors.toSet());
        Set<String> reloaded =
                sql("SELECT lower(name) FROM pg_settings WHERE context NOT IN ('postmaster', 'internal')")
                        .lines()
                        .collect(Collectors.toSet());

        assertThat(facts(major, 3))
                .as("settings that are read when the server starts")
                .isEqualTo(onStart);
        // Debian adds a setting of its own.
        reloaded.remove("extension_destdir");
        assertThat(facts(major, 1)).as("known settings").containsAll(reloaded);
    }

    /** The names whose versions in this column contain a version. */
    private static Set<String> facts(int major, int column) throws IOException {
        try (InputStream file = Objects.requireNonNull(Postgres.class.getResourceAsStream("settings.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .filter(line -> line.length > column)
                    .filter(line -> {
                        int[] ends = Arrays.stream(line[column].split("-", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray();
                        return ends[0] <= major && major <= ends[ends.length - 1];
                    })
                    .map(line -> line[0])
                    .collect(Collectors.toSet());
        }
    }

    /** Runs a statement in the pod, through the socket. */
    private static String sql(String statement) {
        return cluster.exec(POD, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", statement)
                .value();
    }

    /** What a client in the network receives. */
    private static String client(String database) {
        return cluster.client(
                        "env",
                        "PGPASSWORD=secret",
                        "psql",
                        "host=orders user=orders connect_timeout=5 dbname=" + database,
                        "-XAtqc",
                        "SELECT 1")
                .text()
                .strip();
    }
}
