package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The objects of the cluster, by kind, namespace and name. */
final class Store {
    private final NavigableMap<String, ObjectNode> objects = new TreeMap<>();
    private final Set<String> uids = new HashSet<>();
    private int created;

    Optional<ObjectNode> find(String kind, String namespace, String name) {
        return Optional.ofNullable(objects.get(key(kind, namespace, name)));
    }

    List<ObjectNode> list(String kind) {
        return below(kind);
    }

    List<ObjectNode> list(String kind, String namespace) {
        return below(kind + "/" + namespace);
    }

    /** The character after the slash ends the part of the map whose keys start with the prefix and a slash. */
    private List<ObjectNode> below(String prefix) {
        return List.copyOf(objects.subMap(prefix + "/", prefix + "0").values());
    }

    List<ObjectNode> all() {
        return List.copyOf(objects.values());
    }

    /** Stores an object; a new one gets a uid. */
    void put(ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        if (!metadata.has("uid")) {
            metadata.put("uid", "uid-" + ++created);
        }
        uids.add(uid(object));
        objects.put(key(object), object);
    }

    void remove(JsonNode object) {
        objects.remove(key(object));
        uids.remove(uid(object));
    }

    boolean hasUid(String uid) {
        return uids.contains(uid);
    }

    static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    static String nameOf(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String namespaceOf(JsonNode object) {
        return object.path("metadata").path("namespace").asText("");
    }

    static boolean isTerminating(JsonNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    static boolean hasLabels(JsonNode object, JsonNode labels) {
        return labels.properties().stream().allMatch(label -> label.getValue()
                .equals(object.path("metadata").path("labels").path(label.getKey())));
    }

    private static String key(JsonNode object) {
        return key(object.path("kind").asText(), namespaceOf(object), nameOf(object));
    }

    private static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }
}
