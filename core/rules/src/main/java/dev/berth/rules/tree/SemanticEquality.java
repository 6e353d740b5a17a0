package dev.berth.rules.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.util.Map;
import java.util.Set;

/**
 * Compares two values as the API server does: {@code 1Gi} is {@code 1024Mi}, an empty list or map is absent, and so are empty
 * resources.
 *
 * <p>Mirrors {@code equality.Semantic.DeepEqual} of {@code
 * staging/src/k8s.io/apimachinery/pkg/api/equality/semantic.go} (Kubernetes 1.36). The order of a list matters. An
 * empty structure, such as {@code emptyDir: {}}, is not absent.
 */
public final class SemanticEquality {
    private static final Set<String> QUANTITY_MAPS =
            Set.of("capacity", "default", "defaultRequest", "hard", "limits", "max", "min", "overhead", "requests");

    /** Structures that are no pointers in the API, so the server returns them empty if they are not set. */
    private static final Set<String> VALUES = Set.of("metadata", "resources", "strategy", "updateStrategy");

    private static final Set<String> QUANTITIES = Set.of("averageValue", "divisor", "sizeLimit", "storage");

    private SemanticEquality() {}

    /** Returns whether the values of the field are the same to the server. Missing and null nodes mean absent. */
    public static boolean equal(String field, JsonNode left, JsonNode right) {
        return equal("", field, left, right);
    }

    /** Returns the same for a field whose parent decides its type: {@code requests[storage]} is a quantity. */
    public static boolean equal(String parent, String field, JsonNode left, JsonNode right) {
        if (absent(field, left) || absent(field, right)) {
            return absent(field, left) && absent(field, right);
        }
        if (left.isObject() && right.isObject()) {
            return sameFields(field, left, right);
        }
        if (left.isArray() && right.isArray()) {
            return sameElements(field, left, right);
        }
        if (isQuantity(parent, field) && left.isValueNode() && right.isValueNode()) {
            return sameAmount(left.asText(), right.asText());
        }
        return left.equals(right) || (left.isNumber() && right.isNumber() && sameAmount(left.asText(), right.asText()));
    }

    /** Returns whether the value is absent: missing, null, or an empty list or map. */
    public static boolean absent(String field, JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isObject() && value.isEmpty() && (MapFields.contains(field) || VALUES.contains(field)));
    }

    private static boolean sameFields(String field, JsonNode left, JsonNode right) {
        for (Map.Entry<String, JsonNode> one : left.properties()) {
            if (!equal(field, one.getKey(), one.getValue(), right.path(one.getKey()))) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> one : right.properties()) {
            if (!left.has(one.getKey()) && !absent(one.getKey(), one.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameElements(String field, JsonNode left, JsonNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            JsonNode one = left.get(i);
            JsonNode other = right.get(i);
            if (!(one.isNull() && other.isNull()) && !equal("", field, one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuantity(String parent, String field) {
        return QUANTITY_MAPS.contains(parent) || QUANTITIES.contains(field);
    }

    private static boolean sameAmount(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        try {
            return Quantity.of(left).equals(Quantity.of(right));
        } catch (InvalidValueException notQuantities) {
            return false;
        }
    }
}
