package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import dev.berth.rules.tree.SemanticEquality;

/**
 * One object that is written over another of the same identity.
 *
 * @param id the identity of both
 * @param before what the cluster holds
 * @param after what it would hold
 * @param surroundings what is known of the cluster beside them
 */
public record Update(ObjectId id, JsonNode before, JsonNode after, Surroundings surroundings) {

    /** Whether the field is the same to the server before and after. */
    boolean keeps(String... path) {
        return SemanticEquality.equal(path[path.length - 1], in(before, path), in(after, path));
    }

    /** The field before; a missing node where there is none. */
    JsonNode old(String... path) {
        return in(before, path);
    }

    /** The field after; a missing node where there is none. */
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
