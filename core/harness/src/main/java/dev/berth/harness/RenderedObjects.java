package dev.berth.harness;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The objects in the files of a rendered tree, of the kinds that matter for running pods. */
final class RenderedObjects {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "ConfigMap", ConfigMap.class,
            "Secret", Secret.class,
            "Service", Service.class,
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "Job", Job.class,
            "CronJob", CronJob.class);

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper MODEL =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Map<String, HasMetadata> objects = new ConcurrentSkipListMap<>();

    static RenderedObjects in(Path directory) {
        RenderedObjects found = new RenderedObjects();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                    documents.forEachRemaining(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void add(JsonNode document) {
        Class<? extends HasMetadata> kind = KINDS.get(document.path("kind").asText());
        if (kind != null) {
            put(MODEL.convertValue(document, kind));
        }
    }

    void put(HasMetadata object) {
        objects.put(object.getKind() + "/" + object.getMetadata().getName(), object);
    }

    void remove(Class<? extends HasMetadata> kind, String name) {
        objects.remove(kind.getSimpleName() + "/" + name);
    }

    <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
        return Optional.ofNullable(objects.get(kind.getSimpleName() + "/" + name))
                .map(kind::cast);
    }

    /** The namespace of the tree: the first one that an object states, or else that of a new context. */
    String namespace() {
        return objects.values().stream()
                .map(object -> object.getMetadata().getNamespace())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("default");
    }

    /** Whether an object is still there, and unchanged. */
    boolean contains(HasMetadata object) {
        return objects.containsValue(object);
    }

    <T extends HasMetadata> T get(Class<T> kind, String name) {
        return find(kind, name)
                .orElseThrow(() -> new AssertionError(kind.getSimpleName() + " \"" + name + "\" is not rendered"));
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Replaces the objects with the same names, as an apply does. */
    void apply(RenderedObjects newer) {
        objects.putAll(newer.objects);
    }
}
