package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Custom resources in a directory: judged by the definitions in it and by those of the cluster, or counted. */
class CustomResourceValidationTest {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lamps.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Lamp, plural: lamps}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          watts: {type: integer, maximum: 100}
                          until:
                            type: integer
                            x-kubernetes-validations:
                            - {rule: self >= oldSelf, message: never earlier}
              - name: v1beta1
                served: true
                storage: false
                deprecated: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path directory;

    private final List<String> lines = new ArrayList<>();

    @Test
    void a_definition_in_the_directory_decides_wherever_it_is() throws IOException {
        write("tree/a/hot.yaml", lamp("v1", "hot", "{watts: 600, until: 1}"));
        write("tree/crds/lamps.yaml", DEFINITION);

        assertThat(validate().status()).isEqualTo(ExitStatus.FAILED);
        assertThat(lines)
                .contains(
                        "a/hot.yaml:4: error: Lamp \"hot\": spec.watts: Invalid value: 600: must be at most 100"
                                + " (schema-range)",
                        "2 objects in 2 files: 1 error, 0 warnings, 0 notes");
    }

    @Test
    void a_duplicate_key_is_an_error_and_hides_the_rest_as_in_the_server() throws IOException {
        write("tree/lamps.yaml", DEFINITION);
        write("tree/hot.yaml", lamp("v1", "hot", "{watts: 600, watts: 700}"));

        assertThat(validate().status()).isEqualTo(ExitStatus.FAILED);
        assertThat(lines)
                .contains("hot.yaml:4: error: Lamp \"hot\": spec.watts: Malformed: the key is a duplicate"
                        + " (duplicate-key)");
    }

    @Test
    void a_finalizer_without_a_path_is_a_warning() throws IOException {
        write("tree/lamps.yaml", DEFINITION);
        write(
                "tree/held.yaml",
                lamp("v1", "held", "{watts: 60}")
                        .replace("name: held", "name: held, finalizers: [hold, example.com/hold, orphan]"));

        assertThat(validate().status()).isEqualTo(ExitStatus.PASSED);
        assertThat(lines)
                .contains(
                        "held.yaml:3: warning: Lamp \"held\": metadata.finalizers: \"hold\" may be the name of another"
                                + " program's finalizer too: prefer a domain and a path, such as example.com/hold"
                                + " (custom-resource-finalizer)");
    }

    @Test
    void a_definition_of_the_cluster_decides_too() throws IOException {
        write("tree/hot.yaml", lamp("v1", "hot", "{watts: 600}"));
        write("cluster/lamps.yaml", DEFINITION);

        assertThat(validate("cluster").status()).isEqualTo(ExitStatus.FAILED);
        assertThat(lines).contains("1 object in 1 file: 1 error, 0 warnings, 0 notes");
    }

    @Test
    void a_version_that_is_not_served_is_an_error_and_a_deprecated_one_a_warning() throws IOException {
        write("tree/crd.yaml", DEFINITION);
        write("tree/old.yaml", lamp("v1beta1", "old", "{anything: 1}") + lamp("v2", "new", "{}"));

        validate();

        assertThat(lines)
                .contains(
                        "old.yaml:1: warning: Lamp \"old\": apiVersion: example.com/v1beta1 Lamp is deprecated"
                                + " (custom-version-deprecated)",
                        "old.yaml:6: error: Lamp \"new\": apiVersion: Unknown kind: \"v2\": the"
                                + " CustomResourceDefinition serves v1, v1beta1 (custom-version-not-served)");
    }

    @Test
    void ten_thousand_objects_without_a_definition_are_one_line() throws IOException {
        StringBuilder lamps = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lamps.append(lamp("v1", "lamp-" + i, "{watts: " + i + "}"));
        }
        write("tree/lamps.yaml", lamps.toString());

        assertThat(validate().failure()).isEmpty();
        assertThat(lines)
                .containsExactly(
                        "10000 objects in 1 file: 0 errors, 0 warnings, 0 notes. Not judged: 10000 objects (10000 Lamp)");
    }

    @Test
    void a_malformed_definition_is_one_clear_line_and_its_objects_are_not_judged() throws IOException {
        write("tree/crd.yaml", DEFINITION.replace("type: integer, maximum: 100", "type: number, maximum: many"));
        write("tree/lamp.yaml", lamp("v1", "hot", "{watts: 600}"));

        validate();

        assertThat(errors())
                .containsExactly("crd.yaml:19: error: CustomResourceDefinition \"lamps.example.com\":"
                        + " spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.watts.maximum: Malformed:"
                        + " a number is expected (crd-wrong-type)");
        assertThat(lines).contains("2 objects in 2 files: 1 error, 0 warnings, 0 notes. Not judged: 1 object (1 Lamp)");
    }

    @Test
    void a_schema_that_is_nested_a_thousand_levels_deep_is_one_clear_line() throws IOException {
        String deep = "{type: object, properties: {a: ".repeat(1000) + "{type: string}" + "}}".repeat(1000);
        write("tree/crd.yaml", DEFINITION.replace("{type: integer, maximum: 100}", deep));
        write("tree/lamp.yaml", lamp("v1", "hot", "{watts: 600}"));

        validate();

        assertThat(errors()).hasSize(1);
        assertThat(errors().get(0)).startsWith("crd.yaml:").doesNotContain("\n").contains("nest");
    }

    @Test
    void an_expression_that_does_not_compile_is_one_clear_line() throws IOException {
        write("tree/crd.yaml", DEFINITION.replace("self >= oldSelf", "self >= other"));

        validate();

        assertThat(errors()).hasSize(1);
        assertThat(errors().get(0))
                .startsWith("crd.yaml:23: error: CustomResourceDefinition \"lamps.example.com\":"
                        + " spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[until]"
                        + ".x-kubernetes-validations[0].rule: ");
    }

    @Test
    void a_definition_of_the_cluster_that_cannot_be_used_is_named() throws IOException {
        write("tree/lamp.yaml", lamp("v1", "hot", "{watts: 600}"));
        write("cluster/lamps.yaml", DEFINITION.replace("scope: Namespaced", "scope: Everywhere"));
        write("empty/notes.yaml", "a: 1\n");

        assertThat(validate("cluster").message())
                .isEqualTo("berth.definitions: " + directory.resolve("cluster/lamps.yaml")
                        + ":6: CustomResourceDefinition \"lamps.example.com\": spec.scope: Unsupported value:"
                        + " \"Everywhere\": must be one of Cluster, Namespaced");
        assertThat(validate("empty").message())
                .isEqualTo("berth.definitions: Invalid value: \"" + directory.resolve("empty")
                        + "\": must have a CustomResourceDefinition");
    }

    private List<String> errors() {
        return lines.stream().filter(line -> line.contains(": error: ")).toList();
    }

    private static String lamp(String version, String name, String spec) {
        return "apiVersion: example.com/" + version + "\nkind: Lamp\nmetadata: {name: " + name + "}\nspec: " + spec
                + "\n---\n";
    }

    private Result validate(String... definitions) {
        return new ValidateCommand(
                        directory.resolve("tree"),
                        "",
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of(definitions).stream().map(directory::resolve).toList())
                .run(new Lines(lines::add));
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
