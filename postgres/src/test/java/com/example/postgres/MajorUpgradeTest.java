package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.KubectlShell;
import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import dev.berth.review.DirectorySource;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.runbook.Runbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the runbook that the review prints for a major upgrade, with real servers: PostgreSQL 14 before it, and PostgreSQL
 * 15 after it. The data is the same afterwards.
 */
class MajorUpgradeTest {

    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final String OLD_IMAGE = "postgres:14.24";
    private static final String NEW_IMAGE = "postgres:15.18";

    /** The server of the old version; its clients are those of this machine. */
    private static Path postgres14;

    @TempDir
    private Path home;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        InputStream server = MajorUpgradeTest.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        boolean isInstalled = Files.isExecutable(Path.of("/usr/lib/postgresql/15/bin/postgres"));
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters", "tar", "xz")
                .or(() -> isInstalled ? Optional.empty() : Optional.of("PostgreSQL 15 is not installed"))
                .or(() -> server != null && System.getProperty("os.arch").equals("amd64")
                        ? Optional.empty()
                        : Optional.of("PostgreSQL 14 is a dependency of the tests only for amd64"));
        obstacle.ifPresent(reason -> System.out.println("Not run: a major upgrade of PostgreSQL, because " + reason));
        assumeTrue(obstacle.isEmpty(), "No major upgrade of PostgreSQL runs here");
        // Not a @TempDir: only root could enter it, but the servers do not run as root.
        postgres14 = Files.createTempDirectory(
                "postgres14", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path archive = postgres14.resolve("postgres.txz");
        Files.copy(Objects.requireNonNull(server), archive);
        run("tar", "--extract", "--xz", "--file", archive.toString(), "--directory", postgres14.toString());
    }

    @AfterAll
    static void remove() throws IOException, InterruptedException {
        if (postgres14 != null) {
            run("rm", "--recursive", postgres14.toString());
        }
    }

    @Test
    void the_data_of_one_server_is_equal_after_the_runbook() throws IOException {
        try (LocalCluster cluster = cluster("one-14");
                KubectlShell shell = KubectlShell.of(cluster, GOLDEN.resolve("one-15"), Duration.ofMinutes(5))) {
            String before = fill(cluster);

            assertThat(shell.run(runbook("one"), home).value()).contains("rolled out");

            assertThat(sql(cluster, "orders-0", "SHOW server_version")).startsWith("15.");
            assertThat(content(cluster, "orders-0")).isEqualTo(before);
            assertThat(client(cluster, "app", "second", "reports", "SELECT count(*) FROM reports"))
                    .isEqualTo("365");
            assertThat(client(cluster, "orders", "first", "orders", "SELECT nextval('shop.numbers')"))
                    .isEqualTo("1035");
            assertThat(cluster.claim("orders-data-orders-0-before").resolve("pgdata/PG_VERSION"))
                    .hasContent("14");
        }
    }

    @Test
    void a_server_that_was_scaled_down_by_hand_is_started_for_its_dump() throws IOException {
        try (LocalCluster cluster = cluster("one-14");
                KubectlShell shell = KubectlShell.of(cluster, GOLDEN.resolve("one-15"), Duration.ofMinutes(5))) {
            String before = fill(cluster);
            cluster.scale("orders", 0);

            assertThat(shell.run(runbook("one"), home).value())
                    .contains("orders was scaled to 0: pod orders-0 starts again.", "rolled out");

            assertThat(sql(cluster, "orders-0", "SHOW server_version")).startsWith("15.");
            assertThat(content(cluster, "orders-0")).isEqualTo(before);
        }
    }

    @Test
    void a_primary_and_its_follower_have_equal_data_after_the_runbook() throws IOException {
        try (LocalCluster cluster = cluster("streaming-14");
                KubectlShell shell = KubectlShell.of(cluster, GOLDEN.resolve("streaming-15"), Duration.ofMinutes(5))) {
            String before = fill(cluster);

            assertThat(shell.run(runbook("streaming"), home).value()).contains("rolled out");

            assertThat(content(cluster, "orders-0")).isEqualTo(before);
            // The follower is ready before it has replayed all that was restored, even before it has the database.
            cluster.await("the follower has the same content", () -> query(cluster, "orders-replica-1", "content.sql")
                    .text()
                    .strip()
                    .equals(before));
            assertThat(sql(cluster, "orders-replica-1", "SHOW server_version")).startsWith("15.");
            assertThat(sql(cluster, "orders-replica-1", "SELECT pg_is_in_recovery()"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_new_server_that_does_not_start_stops_the_runbook_and_there_is_a_way_back() throws IOException {
        Path broken = Files.createDirectories(postgres14.resolve("broken/bin"));
        Path program = Files.writeString(broken.resolve("initdb"), "#!/bin/sh\necho 'it does not start' >&2\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (LocalCluster cluster = cluster("one-14");
                KubectlShell impatient = KubectlShell.of(cluster, GOLDEN.resolve("one-15"), Duration.ofSeconds(5));
                KubectlShell back = KubectlShell.of(cluster, GOLDEN.resolve("one-14"), Duration.ofMinutes(5))) {
            String before = fill(cluster);
            cluster.programs(NEW_IMAGE, broken.getParent());

            Output failed = impatient.run(runbook("one"), home);
            assertThat(failed.succeeded()).isFalse();
            assertThat(failed.text()).endsWith("timed out waiting for the rollout of orders\n");

            back.run(resource("go-back.sh"), home).value();
            assertThat(sql(cluster, "orders-0", "SHOW server_version")).startsWith("14.");
            assertThat(content(cluster, "orders-0")).isEqualTo(before);
        }
    }

    private static LocalCluster cluster(String tree) {
        LocalCluster cluster = LocalCluster.start();
        cluster.programs(OLD_IMAGE, postgres14);
        cluster.secret(
                "orders-credentials", Map.of("password", "first", "app-password", "second", "replication", "third"));
        cluster.apply(GOLDEN.resolve(tree));
        return cluster;
    }

    /** Fills the primary with everything that a dump must restore; returns its content. */
    private static String fill(LocalCluster cluster) throws IOException {
        assertThat(sql(cluster, "orders-0", "SHOW server_version")).startsWith("14.");
        query(cluster, "orders-0", "upgrade-data.sql").value();
        return content(cluster, "orders-0");
    }

    private static String content(LocalCluster cluster, String pod) {
        return query(cluster, pod, "content.sql").value();
    }

    private static Output query(LocalCluster cluster, String pod, String file) {
        String psql = "psql -U orders -XAtq --set=ON_ERROR_STOP=1 <<<\"$0\"";
        return cluster.exec(pod, "bash", "-c", psql, resource(file));
    }

    /** The script that the review prints for the change from 14 to 15. */
    private static String runbook(String tree) throws IOException {
        Review review = Reviewer.review(tree(tree + "-14"), tree(tree + "-15"));
        assertThat(review.runbooks().stream().filter(Runbook::hasCommands)).hasSize(1);
        return review.runbooks().stream()
                .filter(Runbook::hasCommands)
                .findFirst()
                .orElseThrow()
                .script();
    }

    private static ObjectTree tree(String name) throws IOException {
        return ObjectTreeReader.read(name, "", new DirectorySource(GOLDEN.resolve(name), "").files());
    }

    private static String client(
            LocalCluster cluster, String user, String password, String database, String statement) {
        return cluster.client(
                        "env",
                        "PGPASSWORD=" + password,
                        "psql",
                        "-h",
                        "orders",
                        "-U",
                        user,
                        database,
                        "-XAtqc",
                        statement)
                .value();
    }

    private static String sql(LocalCluster cluster, String pod, String statement) {
        return cluster.exec(pod, "psql", "-U", "orders", "-XAtqc", statement).value();
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(MajorUpgradeTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
