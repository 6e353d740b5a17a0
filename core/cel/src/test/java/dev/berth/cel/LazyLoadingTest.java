package dev.berth.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.validate.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CEL is loaded only if a CustomResourceDefinition has rules: each tree is validated in a process of its own. */
class LazyLoadingTest {
    private static final Pattern CEL = Pattern.compile(
            " (dev\\.cel\\.|org\\.antlr\\.|com\\.google\\.protobuf\\.|dev\\.berth\\.cel\\.(?!Lazy))\\S+ source:");
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lamps.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: lamps, singular: lamp, kind: Lamp, listKind: LampList}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec: {type: object, properties: {watts: {type: integer}}}
            """;
    private static final String RULE = """
                      x-kubernetes-validations:
                        - {rule: "self.spec.watts <= 100", message: at most 100 watts}
            """;
    private static final String LAMP = """
            ---
            apiVersion: example.com/v1
            kind: Lamp
            metadata: {name: hall, namespace: shop}
            spec: {watts: 200}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path directory;

    @Test
    void a_tree_without_custom_resources_loads_no_class_of_cel() throws Exception {
        assertThat(validated("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: config, namespace: shop}
                """)).noneMatch(line -> CEL.matcher(line).find());
    }

    @Test
    void a_definition_without_rules_loads_no_class_of_cel() throws Exception {
        assertThat(validated(DEFINITION + LAMP))
                .noneMatch(line -> CEL.matcher(line).find());
    }

    @Test
    void a_definition_with_rules_loads_cel_and_judges_its_objects() throws Exception {
        List<String> lines = validated(DEFINITION + RULE + LAMP);
        assertThat(lines).anyMatch(line -> CEL.matcher(line).find());
        assertThat(lines).anyMatch(line -> line.endsWith("at most 100 watts (custom-resource-rule)"));
    }

    /** Returns the findings, and the classes that the process loaded. */
    private List<String> validated(String manifest) throws IOException, InterruptedException {
        Path tree = Files.createDirectory(directory.resolve("tree"));
        Files.writeString(tree.resolve("manifest.yaml"), manifest);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LazyLoadingTest.class.getName(),
                        tree.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(" dev.berth.validate.Validation source:");
        return output.lines().toList();
    }

    /** Validates a directory and prints the findings. */
    public static void main(String[] arguments) throws IOException {
        Validation.of(Path.of(arguments[0]), Map.of(), Set.of(), finding -> System.out.println(finding.line()));
    }
}
