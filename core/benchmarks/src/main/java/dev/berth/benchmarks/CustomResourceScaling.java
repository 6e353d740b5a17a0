package dev.berth.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.validate.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The processor time of {@code validate} for custom resources: without their definition, with its schema, and with its
 * rules. Each task runs in a process of its own, whose start and warm-up count.
 */
public final class CustomResourceScaling {
    private static final int OBJECTS = 10_000;
    private static final int ROUNDS = 5;

    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: databases.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: databases, singular: database, kind: Database, listKind: DatabaseList}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      required: [spec]
                      properties:
                        spec:
                          type: object
                          required: [instances, storage]
                          properties:
                            instances: {type: integer, minimum: 1, maximum: 9}
                            version: {type: string, pattern: '^[0-9]+(\\.[0-9]+)*$', maxLength: 20}
                            storage: {type: string, maxLength: 20}
                            users:
                              type: array
                              maxItems: 20
                              x-kubernetes-list-type: map
                              x-kubernetes-list-map-keys: [name]
                              items:
                                type: object
                                required: [name]
                                properties:
                                  name: {type: string, maxLength: 63}
                                  superuser: {type: boolean, default: false}
            """;

    private static final String RULES = """
                          x-kubernetes-validations:
                            - {rule: self.instances % 2 == 1, message: odd}
                            - {rule: isQuantity(self.storage), message: a quantity}
                            - {rule: "quantity(self.storage).compareTo(quantity('1Gi')) >= 0", message: at least 1Gi}
                            - {rule: "!has(self.version) || int(self.version.split('.')[0]) >= 13", message: 13 or later}
                            - {rule: "!has(self.users) || self.users.exists_one(u, u.superuser)", message: one superuser}
                            - {rule: "self.instances >= oldSelf.instances", message: only grows}
            """;

    private static final String OBJECT = """
            ---
            apiVersion: example.com/v1
            kind: Database
            metadata:
              name: db-NUMBER
              namespace: shop
              labels:
                app.kubernetes.io/name: db
            spec:
              instances: 3
              version: "17.2"
              storage: 20Gi
              users:
                - name: admin
                  superuser: true
                - name: reader
                - name: writer
            """;

    private CustomResourceScaling() {}

    /** Returns the table for docs/PERFORMANCE.md. */
    static String report() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put("none", "");
        definitions.put("schema", DEFINITION);
        definitions.put("schema and 6 rules", DEFINITION + RULES);
        StringBuilder table =
                new StringBuilder("| definition | objects | microseconds per object |\n|---|---:|---:|\n");
        definitions.forEach((name, definition) -> table.append(row(name, definition)));
        return table.toString();
    }

    private static String row(String name, String definition) {
        try {
            Path directory = Files.createTempDirectory("berth-benchmark");
            Path file = directory.resolve("databases.yaml");
            try {
                Files.writeString(file, definition + objects());
                double seconds = process(directory);
                return String.format(
                        Locale.ROOT, "| %s | %,d | %.0f |%n", name, OBJECTS, seconds * 1e6 / OBJECTS / ROUNDS);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String objects() {
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i < OBJECTS; i++) {
            objects.append(OBJECT.replace("NUMBER", Integer.toString(i)));
        }
        return objects.toString();
    }

    private static double process(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CustomResourceScaling.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return Double.parseDouble(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Validates a directory several times, and prints the seconds of processor time of this process. */
    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            Validation.of(Path.of(arguments[0]), Map.of(), Set.of(), CustomResourceScaling::requireAccepted);
        }
        long nanoseconds =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.printf(Locale.ROOT, "%.3f", nanoseconds / 1e9);
    }

    private static void requireAccepted(Finding finding) {
        if (finding.level() == Level.ERROR) {
            throw new IllegalStateException(finding.line());
        }
    }
}
