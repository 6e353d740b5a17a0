package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What programs in the pods print in {@code docs/STEP_BY_STEP.md}: the rendered pods of the exercise run with real servers,
 * and each command of the page runs in them, in the order of the page.
 */
class WalkthroughServersTest {
    private static final Path MANIFESTS = Path.of("manifests");
    /** The page shows the version of the image; here, PostgreSQL has the version of this machine. */
    private static final String VERSION = "psql (17…)";

    private static LocalCluster cluster;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters", "redis-server", "script");
        obstacle.ifPresent(reason -> System.out.println("Not run: the servers of the walkthrough, because " + reason));
        assumeTrue(obstacle.isEmpty(), "The exercise does not run in pods here");
        cluster = LocalCluster.start();
        cluster.programs("client", busybox());
        cluster.apply(firstPods(directory));
    }

    /** The commands reach only the first pod of each server. */
    private static Path firstPods(Path directory) throws IOException {
        for (String file : List.of("03-postgresql-statefulset.yaml", "05-redis-statefulset.yaml")) {
            String text = Files.readString(MANIFESTS.resolve(file));
            assertThat(text).containsOnlyOnce("  replicas: 3\n");
            Files.writeString(directory.resolve(file), text.replace("  replicas: 3\n", "  replicas: 1\n"));
        }
        return directory;
    }

    /** The programs of the image: not a {@code @TempDir}, because only root could enter it. */
    private static Path busybox() throws IOException {
        Path programs = Path.of("target/busybox").toAbsolutePath();
        Path lookup = Files.createDirectories(programs.resolve("bin")).resolve("nslookup");
        Files.deleteIfExists(lookup);
        Files.createSymbolicLink(lookup, Path.of("/usr/bin/busybox"));
        return programs;
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void the_servers_print_what_the_page_shows() throws Exception {
        int compared = 0;
        for (Transcript transcript : Transcript.all()) {
            if (transcript.command().equals("kubectl delete pod postgres-0 -n statefulset-demo")) {
                assertThat(cluster.stop("postgres-0")).isTrue();
                cluster.start("postgres-0");
                cluster.awaitReady("postgres-0");
            } else if (ProgramInPod.isOne(transcript) && !isLookup(transcript)) {
                compare(transcript);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(7);
    }

    @Test
    void the_names_of_the_pods_resolve_as_the_page_shows() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("busybox", "dnsmasq");
        obstacle.ifPresent(reason -> System.out.println("Not run: nslookup of the walkthrough, because " + reason));
        assumeTrue(obstacle.isEmpty(), "nslookup does not run here");
        assertThat(Transcript.all().stream().filter(WalkthroughServersTest::isLookup))
                .singleElement()
                .satisfies(WalkthroughServersTest::compare);
    }

    private static boolean isLookup(Transcript transcript) {
        return transcript.command().contains("--image=busybox");
    }

    private static void compare(Transcript transcript) throws IOException {
        List<String> printed = ProgramInPod.of(transcript).run(cluster);
        assertThat(text(printed)).as(transcript.command()).matches(Transcript.pattern(shown(transcript)));
    }

    /** What the program prints, without what kubectl prints around it. */
    private static List<String> shown(Transcript transcript) {
        KubectlWording kubectl = new KubectlWording();
        String version = cluster.exec("postgres-0", "psql", "--version").value().replaceFirst("\\D*(\\d+).*", "$1");
        String shown = text(transcript.output().stream()
                .filter(line -> !kubectl.prints(line))
                .map(line -> line.equals(VERSION) ? "psql (" + version + "…)" : line)
                .toList());
        return shown.lines().toList();
    }

    /** The page does not show empty lines at the end. */
    private static String text(List<String> lines) {
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
