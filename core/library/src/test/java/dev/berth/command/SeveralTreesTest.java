package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.ApplyOptions;
import dev.berth.review.TreeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A review of an output directory with several environments, which declare the same objects. */
class SeveralTreesTest {

    private final List<String> console = new ArrayList<>();

    /** An output directory in memory: {@code clusters}. */
    private record InMemory(Map<String, String> files) implements TreeSource {

        @Override
        public String name() {
            return "clusters";
        }

        @Override
        public String root() {
            return "clusters";
        }
    }

    private static String shop(String directory, String path, String level) {
        return """
                # Rendered by Berth from com.example.Shop for %s: %s
                # Do not edit: change the declaration, then run 'mvn generate-manifests'.

                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  labels:
                    app: shop
                data:
                  LOG_LEVEL: %s
                """.formatted(directory, path, level);
    }

    private static Map<String, String> clusters() {
        return new TreeMap<>(Map.of(
                "dev/shop.yaml", shop("dev", "shop.yaml", "debug"),
                "prod/shop.yaml", shop("prod", "shop.yaml", "info")));
    }

    private Optional<String> review(Map<String, String> before, Map<String, String> after, Path... reports) {
        return new ReviewCommand(
                        new InMemory(before),
                        new InMemory(after),
                        Optional.empty(),
                        List.of(reports),
                        Set.of("REFUSED", "DATA_LOSS"),
                        Optional.empty(),
                        Optional.empty(),
                        ApplyOptions.DEFAULT)
                .run(new Lines(console::add))
                .failure();
    }

    @Test
    void a_change_of_one_environment_mentions_only_that_one(@TempDir Path directory) throws Exception {
        Map<String, String> after = clusters();
        after.put("prod/shop.yaml", shop("prod", "shop.yaml", "warn"));
        Path report = directory.resolve("review.md");

        assertThat(review(clusters(), after, report)).isEmpty();

        assertThat(console)
                .startsWith("prod: In place: ConfigMap shop.", "", "ConfigMap \"shop\"  (clusters/prod/shop.yaml:11)")
                .noneMatch(line -> line.contains("dev"));
        assertThat(Files.readString(report))
                .startsWith("## What this change does to the cluster of `prod`\n")
                .contains("| `data[LOG_LEVEL]` | `info` | `warn` |")
                .doesNotContain("dev");
    }

    @Test
    void each_environment_that_changes_has_its_own_section() {
        Map<String, String> after = clusters();
        after.replaceAll((path, text) -> text.replace("app: shop", "app: web"));

        assertThat(review(clusters(), after)).isEmpty();

        assertThat(console)
                .filteredOn(line -> line.startsWith("dev: ") || line.startsWith("prod: "))
                .containsExactly("dev: In place: ConfigMap shop.", "prod: In place: ConfigMap shop.");
    }

    @Test
    void a_new_environment_is_reviewed_as_new() {
        Map<String, String> after = clusters();
        after.put("staging/shop.yaml", shop("staging", "shop.yaml", "info"));

        assertThat(review(clusters(), after)).isEmpty();

        assertThat(console)
                .startsWith("staging: Created: ConfigMap shop.", "staging is new: its cluster gets all of its objects.")
                .noneMatch(line -> line.contains("prod") || line.contains("dev"));
    }

    @Test
    void a_removed_environment_is_reviewed_as_removed() {
        Map<String, String> after = clusters();
        after.remove("dev/shop.yaml");

        assertThat(review(clusters(), after)).isEmpty();

        assertThat(console)
                .startsWith(
                        "dev: Deleted: ConfigMap shop.",
                        "dev was removed: its objects are deleted if it is pruned, and stay in its cluster otherwise.");
    }

    @Test
    void a_renamed_environment_is_reviewed_as_renamed() {
        Map<String, String> after = clusters();
        after.remove("prod/shop.yaml");
        after.put("live/shop.yaml", shop("live", "shop.yaml", "info"));

        assertThat(review(clusters(), after)).isEmpty();

        assertThat(console)
                .containsExactly(
                        "live: No change for the cluster.",
                        "prod was renamed to live. Nothing in the cluster changes if whatever applied prod now applies"
                                + " live. A tool that prunes prod first deletes its objects.");
    }

    @Test
    void an_environment_in_place_of_a_different_one_is_not_a_renamed_one() {
        Map<String, String> after = clusters();
        after.remove("dev/shop.yaml");
        after.put("live/shop.yaml", shop("live", "shop.yaml", "info"));

        assertThat(review(clusters(), after)).isEmpty();

        assertThat(console).contains("live is new: its cluster gets all of its objects.");
    }

    @Test
    void an_object_in_another_file_is_reviewed_as_moved() {
        Map<String, String> after = clusters();
        after.remove("prod/shop.yaml");
        after.put("prod/config/shop.yaml", shop("prod", "config/shop.yaml", "info"));

        assertThat(review(clusters(), after)).isEmpty();

        assertThat(console)
                .containsExactly(
                        "prod: No change for the cluster.",
                        "ConfigMap \"shop\" moved from shop.yaml to config/shop.yaml. This changes nothing in the"
                                + " cluster.");
    }

    @Test
    void a_file_of_the_user_belongs_to_the_environment_above_it() {
        Map<String, String> before = clusters();
        before.put("prod/own/extra.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: own}, data: {a: one}}\n");
        Map<String, String> after = new TreeMap<>(before);
        after.computeIfPresent("prod/own/extra.yaml", (path, text) -> text.replace("one", "two"));

        assertThat(review(before, after)).isEmpty();

        assertThat(console).startsWith("prod: In place: ConfigMap own.");
    }

    @Test
    void two_trees_without_a_change_are_one_line() {
        assertThat(review(clusters(), clusters())).isEmpty();

        assertThat(console).containsExactly("No change for the cluster.");
    }

    @Test
    void two_separate_builds_into_subdirectories_are_two_trees() {
        Map<String, String> before = new TreeMap<>();
        clusters().forEach((path, text) -> before.put(path, text.replaceFirst(" for \\S+:", ":")));
        Map<String, String> after = new TreeMap<>(before);
        after.computeIfPresent("dev/shop.yaml", (path, text) -> text.replace("debug", "trace"));

        assertThat(review(before, after)).isEmpty();

        assertThat(console).startsWith("dev: In place: ConfigMap shop.").noneMatch(line -> line.contains("prod"));
    }
}
