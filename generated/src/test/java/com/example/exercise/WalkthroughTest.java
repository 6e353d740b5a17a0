package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.command.Console;
import dev.berth.command.ReviewCommand;
import dev.berth.review.ApplyOptions;
import dev.berth.review.DirectorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The outputs in {@code docs/STEP_BY_STEP.md}, compared with what a real cluster returned after {@code deploy-all.sh}
 * ({@code live/exercise} in the test resources of {@code core/review}), and with what the review prints.
 */
class WalkthroughTest {
    private static final Path PAGE = Path.of("../docs/STEP_BY_STEP.md");
    private static final Path CLUSTER = Path.of("../core/review/src/test/resources/live/exercise/exercise.yaml");
    private static final Path MANIFESTS = Path.of("manifests");

    @Test
    void step_4_lists_the_pods_that_the_cluster_had() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : table("$ kubectl get pods -n statefulset-demo\n")) {
            listed.add(withoutHash(column(line, 0)));
        }
        assertThat(listed)
                .isEqualTo(names("Pod").map(WalkthroughTest::withoutHash).toList());
    }

    @Test
    void step_4_lists_the_sets_that_the_cluster_had() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : table("$ kubectl get statefulsets -n statefulset-demo\n")) {
            listed.add(column(line, 0) + " " + column(line, 1));
        }
        assertThat(listed)
                .isEqualTo(objects("StatefulSet")
                        .map(set -> name(set) + " "
                                + set.at("/status/readyReplicas").asText() + "/"
                                + set.at("/spec/replicas").asText())
                        .toList());
    }

    @Test
    void step_4_lists_the_claims_that_the_cluster_had() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : table("$ kubectl get persistentvolumeclaims -n statefulset-demo\n")) {
            listed.add(column(line, 0) + " " + column(line, 1) + " " + column(line, 3) + " " + column(line, 4));
        }
        assertThat(listed)
                .isEqualTo(objects("PersistentVolumeClaim")
                        .map(claim ->
                                name(claim) + " " + claim.at("/status/phase").asText() + " "
                                        + claim.at("/status/capacity/storage").asText() + " RWO")
                        .toList());
    }

    @Test
    void step_8_shows_what_the_review_prints(@TempDir Path changed) throws IOException {
        try (Stream<Path> files = Files.list(MANIFESTS)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("redis:7.2-alpine", "redis:7.4-alpine");
                Files.writeString(changed.resolve(file.getFileName().toString()), text);
            }
        }
        List<String> printed = new ArrayList<>();

        new ReviewCommand(
                        new DirectorySource(MANIFESTS, "generated/manifests"),
                        new DirectorySource(changed, "generated/manifests"),
                        Optional.empty(),
                        List.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        ApplyOptions.DEFAULT)
                .run(new Recorder(printed));

        assertThat(page()).contains("\n…\n" + String.join("\n", printed).strip() + "\n```\n");
    }

    @Test
    void everything_is_applied_in_the_same_way() throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("$ kubectl apply")))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.startsWith("$ kubectl apply --server-side -f generated/"));
    }

    @Test
    void objects_of_the_namespace_are_deleted_from_it() throws IOException {
        assertThat(page().lines().filter(line -> line.matches("[a-z.]+ \"[^\"]+\" deleted.*")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.endsWith(" deleted from statefulset-demo namespace")
                        || line.matches("(persistentvolume|storageclass\\.storage\\.k8s\\.io|namespace) .*\" deleted"));
    }

    /** Collects what a command prints, and ignores its log. */
    private record Recorder(List<String> printed) implements Console {

        @Override
        public void print(String line) {
            printed.add(line);
        }

        @Override
        public void info(String line) {}

        @Override
        public void debug(String line, Throwable thrown) {}
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    /** Returns the rows of the first table that a command prints. */
    private static List<String> table(String command) throws IOException {
        String page = page();
        int start = page.indexOf(command);
        assertThat(start).as(command).isPositive();
        return page.substring(start + command.length())
                .lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty() && !line.equals("```"))
                .toList();
    }

    private static String column(String line, int index) {
        return List.of(line.split(" +")).get(index);
    }

    /** The pods of a Deployment have names that vary: its name, the hash of the template, and a random suffix. */
    private static String withoutHash(String pod) {
        return pod.replaceFirst("^(nginx-deployment)-[a-z0-9]+-[a-z0-9]{5}$", "$1");
    }

    private static Stream<String> names(String kind) throws IOException {
        return objects(kind).map(WalkthroughTest::name);
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** Returns the objects of a kind by name, as kubectl lists them. */
    private static Stream<JsonNode> objects(String kind) throws IOException {
        TreeMap<String, JsonNode> found = new TreeMap<>();
        YAMLMapper mapper = new YAMLMapper();
        try (MappingIterator<JsonNode> documents =
                mapper.readerFor(JsonNode.class).readValues(CLUSTER.toFile())) {
            documents.forEachRemaining(document -> document.path("items").forEach(item -> {
                if (item.path("kind").asText().equals(kind)) {
                    found.put(name(item), item);
                }
            }));
        }
        return found.values().stream();
    }
}
