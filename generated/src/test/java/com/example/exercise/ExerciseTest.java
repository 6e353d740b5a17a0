package com.example.exercise;

import static dev.berth.testing.BerthAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.command.Console;
import dev.berth.command.ExitStatus;
import dev.berth.command.ValidateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseTest {

    @Test
    void the_tree_on_disk_matches_the_declaration() {
        assertThat(new Exercise())
                .renderedBy("mvn install -Prender -DskipTests")
                .matchesGoldenTree(Path.of(""));
    }

    @Test
    void validate_finds_no_error_in_the_tree() {
        List<String> errors = new ArrayList<>();
        for (String directory : List.of("manifests", "clouds", "examples")) {
            new ValidateCommand(Path.of(directory), "", Optional.empty(), List.of(), Map.of(), List.of())
                    .run(new PrintedErrors(errors));
        }
        ValidateCommand whole = new ValidateCommand(Path.of(""), "", Optional.empty(), List.of(), Map.of(), List.of());
        assertThat(whole.run(new PrintedErrors(errors)).status()).isEqualTo(ExitStatus.PASSED);
        assertThat(errors).isEmpty();
    }

    private record PrintedErrors(List<String> errors) implements Console {

        @Override
        public void print(String line) {
            if (line.contains(": error: ")) {
                errors.add(line);
            }
        }

        @Override
        public void info(String line) {}

        @Override
        public void debug(String line, Throwable thrown) {}
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    manifests/01-namespace.yaml              | Namespace/statefulset-demo
                    manifests/02-storageclass.yaml           | StorageClass/fast-ssd
                    manifests/03-postgresql-statefulset.yaml | ConfigMap/postgres-config Secret/postgres-secret Service/postgres-headless Service/postgres StatefulSet/postgres
                    manifests/04-volume-types.yaml           | Pod/emptydir-example Pod/hostpath-example PersistentVolume/manual-pv-001 PersistentVolumeClaim/manual-pvc-001 Pod/pvc-example ConfigMap/app-config-vol Pod/configmap-volume-example Secret/app-secrets-vol Pod/secret-volume-example Pod/projected-volume-example
                    manifests/05-redis-statefulset.yaml      | ConfigMap/redis-config Service/redis-headless Service/redis StatefulSet/redis
                    examples/statefulset-vs-deployment.yaml  | Service/nginx-deployment-svc Deployment/nginx-deployment Service/nginx-statefulset-svc StatefulSet/nginx-statefulset
                    """)
    void each_file_contains_its_objects_in_reading_order(String file, String objects) throws IOException {
        List<String> found = new ArrayList<>();
        try (var documents =
                new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(Files.readString(Path.of(file)))) {
            documents.forEachRemaining(document -> found.add(document.get("kind")
                            .asText() + "/" + document.at("/metadata/name").asText()));
        }
        assertThat(found).containsExactly(objects.split(" "));
    }

    @Test
    void no_storage_class_is_the_default_and_no_claim_uses_one() throws IOException {
        assertThat(Files.readString(Path.of("manifests/02-storageclass.yaml"))).doesNotContain("is-default-class");
        for (String file : List.of("03-postgresql-statefulset", "05-redis-statefulset")) {
            assertThat(Files.readString(Path.of("manifests/" + file + ".yaml"))).doesNotContain("storageClassName");
        }
    }
}
