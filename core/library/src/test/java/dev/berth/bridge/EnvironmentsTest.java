package dev.berth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each environment of a source is rendered into its own directory, and independently of the others. */
class EnvironmentsTest {

    @TempDir
    private Path directory;

    private Optional<String> generate(List<String> environments, String... sources) {
        return Bridge.generate(
                names(sources),
                directory,
                "mvn generate-manifests",
                Map.of(),
                environments,
                line -> {},
                line -> {},
                (message, thrown) -> {});
    }

    private Optional<String> check(List<String> environments, String... sources) {
        return Bridge.check(
                names(sources),
                directory,
                "mvn generate-manifests",
                Map.of(),
                environments,
                line -> {},
                line -> {},
                (message, thrown) -> {});
    }

    private static List<String> names(String... sources) {
        return Stream.of(sources)
                .map(name -> "com.example.environments." + name)
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void each_environment_has_its_own_tree_with_its_directory_in_the_headers() throws IOException {
        assertThat(generate(List.of(), "Shop")).isEmpty();

        assertThat(files()).containsExactly("dev/shop.yaml", "differences.md", "prod/shop.yaml", "staging/shop.yaml");
        assertThat(directory.resolve("dev/shop.yaml")).hasContent("""
                # Rendered by Berth from com.example.environments.Shop for dev: shop.yaml
                # Do not edit: change the declaration, then run 'mvn generate-manifests'.

                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                data:
                  LOG_LEVEL: debug
                """);
        assertThat(check(List.of(), "Shop")).isEmpty();
    }

    @Test
    void the_differences_are_rendered_as_a_table() {
        assertThat(generate(List.of(), "Shop")).isEmpty();

        assertThat(directory.resolve("differences.md")).hasContent("""
                <!-- Rendered by Berth from com.example.environments.Shop: differences.md
                     Do not edit: change the declaration, then run 'mvn generate-manifests'. -->

                # Differences between the environments

                | object | field | dev | staging | prod |
                |---|---|---|---|---|
                | ConfigMap `shop` | `data[LOG_LEVEL]` | `debug` | `info` | `info` |
                """);
    }

    @Test
    void the_named_environments_are_rendered_and_nothing_else_is_touched() throws IOException {
        assertThat(generate(List.of("prod"), "Shop")).isEmpty();
        assertThat(files()).containsExactly("prod/shop.yaml");

        assertThat(generate(List.of(), "Shop")).isEmpty();
        Files.delete(directory.resolve("dev/shop.yaml"));
        Path leftover = directory.resolve("staging/old.yaml");
        Files.writeString(leftover, "# Rendered by Berth from com.example.environments.Shop for staging: old.yaml\n");

        assertThat(check(List.of("prod"), "Shop")).isEmpty();
        assertThat(generate(List.of("prod"), "Shop")).isEmpty();
        assertThat(files())
                .containsExactly("differences.md", "prod/shop.yaml", "staging/old.yaml", "staging/shop.yaml");
        assertThat(check(List.of("staging"), "Shop")).hasValueSatisfying(difference -> assertThat(difference)
                .contains("staging/old.yaml: no declaration renders this file")
                .doesNotContain("dev/"));
    }

    @Test
    void an_unknown_environment_is_an_error_with_the_nearest_name() throws IOException {
        assertThat(generate(List.of("prd"), "Shop")).contains("""
                The declarations have 1 problem, so nothing was rendered:
                berth.environments: Invalid value: "prd": must be one of dev, staging, prod. Did you mean "prod"?""");
        assertThat(files()).isEmpty();
    }

    @Test
    void the_files_of_an_environment_that_is_no_longer_declared_are_removed() throws IOException {
        assertThat(generate(List.of(), "Shop", "Cache")).isEmpty();
        assertThat(files()).contains("dev/shop.yaml", "prod/cache.yaml", "prod/shop.yaml");

        assertThat(check(List.of(), "Cache")).hasValueSatisfying(difference -> assertThat(difference)
                .contains("dev/shop.yaml: no declaration renders this file"));
        assertThat(generate(List.of(), "Cache")).isEmpty();
        assertThat(files()).containsExactly("prod/cache.yaml");
    }

    @Test
    void a_copy_of_an_environment_elsewhere_is_left_alone() throws IOException {
        assertThat(generate(List.of(), "Cache")).isEmpty();
        Path copy = directory.resolve("backup/prod/cache.yaml");
        Files.createDirectories(copy.getParent());
        Files.copy(directory.resolve("prod/cache.yaml"), copy);

        assertThat(generate(List.of(), "Cache")).isEmpty();
        assertThat(files()).containsExactly("backup/prod/cache.yaml", "prod/cache.yaml");
    }

    @Test
    void each_environment_is_checked_against_its_own_cluster() {
        assertThat(generate(List.of(), "Broken")).contains("""
                The declarations have 1 problem, so nothing was rendered:
                In older: Pod "demo": spec.hostUsers: "false": Kubernetes 1.31 has it only behind the feature gate \
                UserNamespacesSupport, which is on by default since 1.33. (field-not-in-version)
                    declared at com.example.environments.Broken.in(Broken.java:42)""");
        assertThat(generate(List.of("newer"), "Broken")).isEmpty();
    }
}
