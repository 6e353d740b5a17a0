package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The owner references of an object. */
final class Owners {
    private static final String FIELD = "ownerReferences";

    private Owners() {}

    static boolean has(JsonNode object, JsonNode owner) {
        return hasUid(object, Store.uid(owner));
    }

    static boolean hasUid(JsonNode object, String uid) {
        for (JsonNode reference : of(object)) {
            if (reference.path("uid").asText().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasAny(JsonNode object) {
        return !of(object).isEmpty();
    }

    static JsonNode of(JsonNode object) {
        return object.path("metadata").path(FIELD);
    }

    /** Returns whether the object refers to an earlier object with the kind and name of this one. */
    static boolean hasStale(JsonNode object, String kind, String name, String uid) {
        for (JsonNode reference : of(object)) {
            if (reference.path("kind").asText().equals(kind)
                    && reference.path("name").asText().equals(name)) {
                return !reference.path("uid").asText().equals(uid);
            }
        }
        return false;
    }

    static void add(ObjectNode object, JsonNode owner) {
        if (!has(object, owner)) {
            object.withObject("/metadata")
                    .withArray(FIELD)
                    .addObject()
                    .put("kind", owner.path("kind").asText())
                    .put("name", Store.nameOf(owner))
                    .put("uid", Store.uid(owner))
                    .put("controller", true);
        }
    }

    static void remove(ObjectNode object, String uid) {
        ArrayNode kept = object.arrayNode();
        of(object).forEach(reference -> {
            if (!reference.path("uid").asText().equals(uid)) {
                kept.add(reference);
            }
        });
        ObjectNode metadata = object.withObject("/metadata");
        if (kept.isEmpty()) {
            metadata.remove(FIELD);
        } else {
            metadata.set(FIELD, kept);
        }
    }
}
