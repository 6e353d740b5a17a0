package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real server moves from the Bitnami chart to the rendered tree, and back. The tests are one story: the claim is laid
 * out by a stand-in for the image of the chart, and the trees are applied to it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeavingBitnamiTest {

    private static final String POD = "orders-postgresql-0";
    private static final String CLAIM = "data-orders-postgresql-0";
    private static final Path CHART = Path.of("src/test/bitnami");
    private static final Path TREE = Path.of("src/test/golden/bitnami");
    private static final Path TREE_WITH_OTHER_OWNER = Path.of("src/test/golden/bitnami-owner");

    private static LocalCluster cluster;

    /** What the data is, before the move. */
    private static String rows;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: leaving the Bitnami chart, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in a pod here");
        assumeTrue(Files.exists(Path.of("/usr/lib/postgresql/15")), "The trees are for PostgreSQL 15");
        cluster = LocalCluster.start();
        cluster.apply(CHART);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void the_chart_leaves_data_of_user_1001_without_configuration_files() throws IOException {
        shop("second", "CREATE TABLE orders (id bigint PRIMARY KEY, note text)");
        shop("second", "INSERT INTO orders SELECT i, 'it''s \"quoted\" ' || i FROM generate_series(1, 5000) AS i");
        rows = digest();

        Path data = cluster.claim(CLAIM).resolve("data");
        assertThat(Files.getAttribute(data, "unix:uid")).isEqualTo(1001);
        assertThat(data.resolve("PG_VERSION")).hasContent("15");
        assertThat(data.resolve("postgresql.conf")).doesNotExist();
        assertThat(data.resolve("pg_hba.conf")).doesNotExist();
    }

    @Test
    @Order(2)
    void the_check_prints_what_the_chart_has_and_the_new_server_would_not_have() throws IOException {
        String check = Files.readString(Path.of("../docs/leaving-bitnami/check.sql"));
        String settings = """
                setting: client_min_messages = error
                setting: max_wal_senders = 16
                setting: max_wal_size = 400MB
                setting: wal_keep_size = 128MB
                """;
        String inThePod = "PGPASSWORD=$(cat /opt/bitnami/postgresql/secrets/postgres-password) psql -U postgres"
                + " -h 127.0.0.1 -XAt -d orders";
        assertThat(Files.readString(Path.of("../docs/leaving-bitnami.md"))).contains(inThePod);
        assertThat(cluster.exec(POD, "bash", "-c", inThePod + " -c \"$0\"", check)
                        .text())
                .isEqualTo(settings);

        superuser("SET password_encryption = md5; CREATE ROLE legacy LOGIN PASSWORD 'third'");
        superuser("ALTER SYSTEM SET work_mem = '8MB'");
        superuser("CREATE EXTENSION pg_trgm");
        assertThat(superuser(check).text()).isEqualTo(settings + """
                        setting in postgresql.auto.conf, which stays: work_mem = 8MB
                        extension: pg_trgm
                        password stored as MD5: legacy
                        """);
    }

    @Test
    @Order(3)
    void the_script_of_the_move_dumps_everything_and_stops_the_server_without_waiting_for_clients() throws IOException {
        String script = Files.readString(Path.of("../docs/leaving-bitnami/move.sh"));
        String dump = script.replaceFirst("(?s).*bash -c '\n(.*?)' >\"\\$dump\".*", "$1");
        assertThat(cluster.exec(POD, "bash", "-c", dump).text())
                .contains("CREATE DATABASE orders", "CREATE ROLE shop;", "PostgreSQL database cluster dump complete");

        assertThat(script).contains("bash -c 'kill -INT 1'");
        String started = "SELECT pg_postmaster_start_time()";
        String before = superuser(started).value();
        cluster.exec(POD, "bash", "-c", "kill -INT 1");
        cluster.await("the kubelet has started the server again", () -> {
            Output now = superuser(started);
            return now.succeeded() && !now.value().equals(before);
        });
        assertThat(cluster.logs()).doesNotContain("not properly shut down");
    }

    @Test
    @Order(4)
    void after_a_power_loss_the_official_image_has_the_same_data() throws Exception {
        shop("second", "INSERT INTO orders VALUES (0, 'after the last checkpoint')");
        rows = digest();
        cluster.destroy(POD);
        assertThat(cluster.claim(CLAIM).resolve("data/postmaster.pid")).exists();
        giveTheGroupAllRights();

        cluster.apply(TREE);

        assertThat(digest()).isEqualTo(rows);
        assertThat(cluster.logs())
                .contains("database system was not properly shut down; automatic recovery in progress");
        assertThat(cluster.exec(POD, "id", "-u").value()).isEqualTo("1001");
        assertThat(Files.getAttribute(cluster.claim(CLAIM).resolve("data"), "unix:uid"))
                .isEqualTo(1001);
    }

    @Test
    @Order(5)
    void the_old_passwords_work_and_a_wrong_one_does_not() {
        assertThat(shop("second", "SELECT count(*) FROM orders").value()).isEqualTo("5001");
        assertThat(superuser("SHOW config_file").value()).isEqualTo("/etc/postgresql/postgresql.conf");
        assertThat(shop("wrong", "SELECT 1").text()).contains("password authentication failed for user \"shop\"");
        assertThat(client("legacy", "third", "SELECT 1").text())
                .as("a password that is stored as MD5")
                .contains("password authentication failed for user \"legacy\"");
    }

    @Test
    @Order(6)
    void the_user_of_the_chart_still_owns_its_database() {
        assertThat(shop("second", "CREATE TABLE more (id bigint)").succeeded()).isTrue();
        assertThat(shop("second", "DROP TABLE more").succeeded()).isTrue();
        assertThat(shop("second", "SELECT pg_ls_dir('/')").text()).contains("permission denied");
    }

    @Test
    @Order(7)
    void a_restart_and_the_next_minor_version_keep_the_data(@TempDir Path next) throws IOException {
        assertThat(cluster.stop(POD)).as("stopped within the grace period").isTrue();
        cluster.start(POD);
        cluster.awaitReady(POD);
        assertThat(digest()).isEqualTo(rows);

        String tree = Files.readString(TREE.resolve("orders.yaml"));
        assertThat(tree).contains("image: postgres:15.14-bookworm");
        Files.writeString(next.resolve("orders.yaml"), tree.replace("postgres:15.14-", "postgres:15.15-"));
        String address = cluster.address(POD);
        cluster.apply(next);

        assertThat(cluster.address(POD)).as("another pod").isNotEqualTo(address);
        assertThat(digest()).isEqualTo(rows);
    }

    @Test
    @Order(8)
    void the_chart_can_take_the_data_back_and_give_it_away_again() throws Exception {
        assertThat(cluster.stop(POD)).isTrue();
        giveTheGroupAllRights();
        cluster.apply(CHART);
        assertThat(shop("second", "INSERT INTO orders VALUES (-1, 'back')").succeeded())
                .isTrue();
        rows = digest();

        assertThat(cluster.stop(POD)).as("a clean shutdown").isTrue();
        giveTheGroupAllRights();
        cluster.apply(TREE);

        assertThat(digest()).isEqualTo(rows);
        assertThat(cluster.logs()).doesNotContain("not properly shut down");
    }

    @Test
    @Order(9)
    void on_a_claim_without_the_data_no_server_starts_and_nothing_is_created() throws Exception {
        assertThat(cluster.stop(POD)).isTrue();
        Path claim = cluster.claim(CLAIM);
        Path aside = claim.resolveSibling("aside");
        Files.move(claim, aside);

        startIsRefused("/bitnami/postgresql/data does not exist: this claim is not the one of the chart, or its data is"
                + " elsewhere.");
        assertThat(claim.toFile().list()).containsExactly("lost+found");

        cluster.lose(CLAIM);
        Files.move(aside, claim);
    }

    @Test
    @Order(10)
    void data_of_another_owner_is_refused_before_the_server_starts() throws Exception {
        bash("chown -R 999:999 \"$1\"");
        startIsRefused("/bitnami/postgresql/data belongs to user 999, but the server runs as user 1001: state the owner"
                + " with BitnamiChart.runAs, or change it with VolumeOwner.initContainer.");
        bash("chown -R 1001:1001 \"$1\"");
    }

    @Test
    @Order(11)
    void an_init_container_gives_the_data_to_the_user_of_the_image() throws Exception {
        cluster.apply(TREE_WITH_OTHER_OWNER);

        assertThat(digest()).isEqualTo(rows);
        assertThat(cluster.exec(POD, "id", "-u").value()).isEqualTo("999");
        assertThat(Files.getAttribute(cluster.claim(CLAIM).resolve("data/base"), "unix:uid"))
                .isEqualTo(999);
        assertThat(shop("second", "SELECT count(*) FROM orders").value()).isEqualTo("5002");
    }

    private static void startIsRefused(String message) {
        cluster.start(POD);
        cluster.await("the start is refused: " + message, () -> cluster.logs().contains(message));
        assertThat(cluster.isReady(POD)).isFalse();
        cluster.destroy(POD);
    }

    /** As the kubelet does for fsGroupChangePolicy: Always, the policy of the chart, when a pod mounts the volume. */
    private static void giveTheGroupAllRights() throws Exception {
        bash("chgrp -R 1001 \"$1\" && chmod -R ug+rwX \"$1\" && find \"$1\" -type d -exec chmod g+s {} +");
        assertThat(Files.getAttribute(cluster.claim(CLAIM).resolve("data"), "unix:mode"))
                .isEqualTo(042770);
    }

    /** Runs a script with the directory of the claim. */
    private static void bash(String script) throws Exception {
        String claim = cluster.claim(CLAIM).toString();
        assertThat(new ProcessBuilder(List.of("bash", "-c", script, "bash", claim))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /** All rows in one value. */
    private static String digest() {
        String rows = "SELECT count(*) || md5(string_agg(id || note, ',' ORDER BY id)) FROM orders";
        Output output = superuser(rows);
        assertThat(output.succeeded()).as(output.text()).isTrue();
        return output.value();
    }

    private static Output superuser(String statements) {
        return client("postgres", "first 'secret'", statements);
    }

    private static Output shop(String password, String statement) {
        return client("shop", password, statement);
    }

    /** Connects as a client does: with the names of the chart. */
    private static Output client(String user, String password, String statement) {
        String server = "host=orders-postgresql dbname=orders user=" + user;
        return cluster.client("env", "PGPASSWORD=" + password, "psql", server, "-XAtqc", statement);
    }
}
