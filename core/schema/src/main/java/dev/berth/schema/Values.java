package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Values as the API server has them in memory after it decoded JSON. */
public final class Values {
    private Values() {}

    /**
     * Returns a copy in which every number is a {@link LongNode} (an {@code int64} of Go) or a {@link DoubleNode} (a
     * {@code float64}). A whole number beyond 64 bits is a {@code float64}, as in {@code UnmarshalCaseSensitivePreserveInts}
     * of {@code sigs.k8s.io/json}.
     */
    public static JsonNode of(JsonNode tree) {
        return copy(tree, false);
    }

    /** Returns the same after the way through YAML, as with server-side apply: {@code 3.0} becomes {@code 3}. */
    public static JsonNode written(JsonNode tree) {
        return copy(tree, true);
    }

    private static JsonNode copy(JsonNode tree, boolean written) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), copy(field.getValue(), written));
            }
            return copy;
        }
        if (tree instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(item -> copy.add(copy(item, written)));
            return copy;
        }
        if (tree.isIntegralNumber() && tree.canConvertToLong()) {
            return LongNode.valueOf(tree.longValue());
        }
        if (!tree.isNumber()) {
            return tree;
        }
        double number = tree.doubleValue();
        boolean whole = written && number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE;
        return whole ? LongNode.valueOf((long) number) : DoubleNode.valueOf(number);
    }
}
