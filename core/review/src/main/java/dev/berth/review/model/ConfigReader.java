package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which pods read a ConfigMap or a Secret.
 *
 * @param kind {@code ConfigMap} or {@code Secret}
 * @param name its name
 * @param key the key that is read; null if all are
 * @param way how the value gets into the pod
 * @param container the container that reads it
 * @param variable the environment variable with the value; empty if it is not a single variable
 * @param optional whether the pods start without the object or the key
 * @param namesKey whether the reference names the key, so that it must exist
 */
public record ConfigReader(
        String kind,
        String name,
        @Nullable String key,
        Way way,
        PodTemplate.Container container,
        String variable,
        boolean optional,
        boolean namesKey) {

    /** How the value of a key gets into a pod. */
    public enum Way {
        /** As an environment variable, which is read when the container starts. */
        ENVIRONMENT,
        /** As a file mounted with {@code subPath}, which is created when the container starts. */
        SUB_PATH,
        /** As a file in a mounted directory, which the kubelet updates while the container runs. */
        FILE
    }

    /** Returns whether a new value of the key reaches the process without a restart. */
    public boolean refreshes() {
        return way == Way.FILE;
    }

    /** Returns whether a container does not start without this key, because the manifest names it. */
    public boolean needs(String missing) {
        return !optional && namesKey && missing.equals(key);
    }

    /** Returns whether it reads this key. */
    public boolean reads(String changed) {
        return key == null || key.equals(changed);
    }

    /** Returns all the ways in which the pods read ConfigMaps and Secrets. */
    public static List<ConfigReader> of(PodTemplate pods) {
        List<ConfigReader> readers = new ArrayList<>();
        for (PodTemplate.Container container : pods.containers()) {
            environment(container, readers);
            for (JsonNode mount : container.body().path("volumeMounts")) {
                mounted(pods, container, mount, readers);
            }
        }
        return readers;
    }

    private static void environment(PodTemplate.Container container, List<ConfigReader> readers) {
        for (JsonNode from : container.body().path("envFrom")) {
            whole("ConfigMap", from.path("configMapRef"), container, readers);
            whole("Secret", from.path("secretRef"), container, readers);
        }
        for (JsonNode variable : container.body().path("env")) {
            JsonNode from = variable.path("valueFrom");
            key("ConfigMap", from.path("configMapKeyRef"), variable, container, readers);
            key("Secret", from.path("secretKeyRef"), variable, container, readers);
        }
    }

    private static void key(
            String kind, JsonNode ref, JsonNode variable, PodTemplate.Container container, List<ConfigReader> readers) {
        if (ref.isObject()) {
            readers.add(new ConfigReader(
                    kind,
                    ref.path("name").asText(),
                    ref.path("key").asText(),
                    Way.ENVIRONMENT,
                    container,
                    variable.path("name").asText(),
                    ref.path("optional").asBoolean(),
                    true));
        }
    }

    private static void mounted(
            PodTemplate pods, PodTemplate.Container container, JsonNode mount, List<ConfigReader> readers) {
        boolean subPath = mount.hasNonNull("subPath") || mount.hasNonNull("subPathExpr");
        Way way = subPath ? Way.SUB_PATH : Way.FILE;
        JsonNode volume = pods.volume(mount.path("name").asText());
        source("ConfigMap", volume.path("configMap"), "name", mount, way, container, readers);
        source("Secret", volume.path("secret"), "secretName", mount, way, container, readers);
        for (JsonNode source : volume.path("projected").path("sources")) {
            source("ConfigMap", source.path("configMap"), "name", mount, way, container, readers);
            source("Secret", source.path("secret"), "name", mount, way, container, readers);
        }
    }

    private static void source(
            String kind,
            JsonNode source,
            String nameField,
            JsonNode mount,
            Way way,
            PodTemplate.Container container,
            List<ConfigReader> readers) {
        if (!source.isObject()) {
            return;
        }
        String name = source.path(nameField).asText();
        boolean optional = source.path("optional").asBoolean();
        String file = mount.path("subPath").asText("");
        if (source.path("items").isEmpty()) {
            readers.add(
                    new ConfigReader(kind, name, file.isEmpty() ? null : file, way, container, "", optional, false));
            return;
        }
        for (JsonNode item : source.path("items")) {
            if (file.isEmpty() || item.path("path").asText().equals(file)) {
                readers.add(
                        new ConfigReader(kind, name, item.path("key").asText(), way, container, "", optional, true));
            }
        }
    }

    private static void whole(
            String kind, JsonNode reference, PodTemplate.Container container, List<ConfigReader> readers) {
        if (reference.path("name").isTextual()) {
            readers.add(new ConfigReader(
                    kind,
                    reference.path("name").asText(),
                    null,
                    Way.ENVIRONMENT,
                    container,
                    "",
                    reference.path("optional").asBoolean(),
                    false));
        }
    }
}
