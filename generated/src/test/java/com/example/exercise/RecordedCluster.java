package com.example.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The objects that {@code kubectl get --output yaml} printed on a real Kubernetes 1.36 node after {@code deploy-all.sh}. */
final class RecordedCluster {
    private static final Path OUTPUT = Path.of("../core/review/src/test/resources/live/exercise");

    private final List<JsonNode> objects = new ArrayList<>();

    RecordedCluster() {
        for (String file : List.of("exercise.yaml", "cluster-scope.yaml")) {
            documents(OUTPUT.resolve(file))
                    .forEach(document -> document.path("items").forEach(objects::add));
        }
    }

    /** Returns the documents of a YAML file. */
    static List<JsonNode> documents(Path file) {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> all =
                new YAMLMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            all.forEachRemaining(documents::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /** Returns the objects of a kind, in the order in which kubectl lists them. */
    Stream<JsonNode> list(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .sorted(Comparator.comparing(RecordedCluster::name));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }
}
