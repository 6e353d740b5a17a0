package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import dev.berth.rules.tree.SemanticEquality;

/**
 * An object that replaces another with the same identity.
 *
 * @param id the identity of both
 * @param before the object in the cluster
 * @param after the object that would replace it
 * @param surroundings what else is known about the cluster
 */
public record Update(ObjectId id, JsonNode before, JsonNode after, Surroundings surroundings) {

    /** Returns whether the field is the same to the server before and after. */
    boolean keeps(String... path) {
        return SemanticEquality.equal(path[path.length - 1], in(before, path), in(after, path));
    }

    /** Returns the field before; a missing node if there is none. */
    JsonNode old(String... path) {
        return in(before, path);
    }

    /** Returns the field after; a missing node if there is none. */
    JsonNode now(String... path) {
        return in(after, path);
    }

    private static JsonNode in(JsonNode object, String... path) {
        JsonNode node = object;
        for (String step : path) {
            node = node.path(step);
        }
        return node;
    }
}
