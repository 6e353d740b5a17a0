package dev.berth.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.RuntimeHelpers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ==} and {@code in} mean for values of custom resources and of CEL.
 *
 * <p>Mirrors {@code Equal} in {@code common/types} of {@code cel-go}, and {@code Equal} of the types in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/common/valuesunstructured.go}.
 */
public final class CelEquality {
    private CelEquality() {}

    /**
     * Returns whether two values are equal; numbers are compared across their types.
     *
     * @throws RuleError if the values cannot be compared
     */
    public static boolean equal(Object left, Object right) {
        requireValid(left);
        requireValid(right);
        if (left instanceof NullValue || right instanceof NullValue) {
            return left instanceof NullValue && right instanceof NullValue;
        }
        if (left instanceof Number number && right instanceof Number other) {
            return Numbers.equal(number, other);
        }
        if (left instanceof KubeObject object) {
            return equalObject(object, right);
        }
        if (left instanceof KubeMap map) {
            return equalMap(map, requireMap(right));
        }
        if (left instanceof KubeList list) {
            return list.equalTo(requireList(right));
        }
        if (left instanceof UnknownData data) {
            return right instanceof UnknownData other && data.data().equals(other.data());
        }
        if (left instanceof List<?> list) {
            return right instanceof List<?> other && equalLists(list, other);
        }
        if (left instanceof Map<?, ?> map) {
            return right instanceof Map<?, ?> other && map.size() == other.size() && equalEntries(map, other);
        }
        if (left instanceof Optional<?> optional && right instanceof Optional<?> other) {
            return optional.isPresent() == other.isPresent()
                    && (optional.isEmpty() || equal(optional.get(), other.get()));
        }
        return left.equals(right);
    }

    /**
     * Returns whether a list contains a value.
     *
     * @throws RuleError if the value is not found, and cannot be compared with an element of a list of a custom resource
     */
    public static boolean contains(List<?> list, Object value) {
        RuleError failure = null;
        for (Object element : list) {
            try {
                if (equal(element, value)) {
                    return true;
                }
            } catch (RuleError e) {
                failure = e;
            }
        }
        if (failure != null && list instanceof KubeList) {
            throw failure;
        }
        return false;
    }

    /** Returns both lists in one; those of custom resources are merged as their list type requires. */
    @SuppressWarnings("unchecked") // the type check of CEL guarantees equal types of elements
    public static List<?> plus(List<?> left, List<?> right) {
        return left instanceof KubeList list
                ? list.plus(right)
                : RuntimeHelpers.concat((List<Object>) left, (List<Object>) right);
    }

    private static boolean equalObject(KubeObject object, Object right) {
        if (!(right instanceof KubeObject other)) {
            throw RuleError.noSuchOverload();
        }
        if (object.object().size() != other.object().size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> field : object.object().properties()) {
            String name = field.getKey();
            if (object.schemaOf(name) == null) {
                // The server compares a field without a schema only if the other object has it, too
                JsonNode counterpart = other.object().get(name);
                if (counterpart != null && !field.getValue().equals(counterpart)) {
                    return false;
                }
                continue;
            }
            Optional<Object> value = object.field(name);
            Optional<Object> counterpart = other.field(name);
            if (value.isPresent() != counterpart.isPresent()
                    || (value.isPresent() && !equal(value.get(), counterpart.get()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMap(KubeMap map, Map<?, ?> other) {
        return map.size() == other.size() && equalEntries(map, other);
    }

    private static boolean equalEntries(Map<?, ?> map, Map<?, ?> other) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object counterpart = other.get(entry.getKey());
            if (counterpart == null || !equal(entry.getValue(), counterpart)) {
                return false;
            }
        }
        return true;
    }

    /** Elements that cannot be compared count as equal here, as in {@code baseList.Equal} of cel-go. */
    private static boolean equalLists(List<?> list, List<?> other) {
        if (list.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (isUnequal(list.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnequal(Object value, Object other) {
        try {
            return !equal(value, other);
        } catch (RuleError incomparable) {
            return false;
        }
    }

    private static Map<?, ?> requireMap(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw RuleError.noSuchOverload();
    }

    private static List<?> requireList(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw RuleError.noSuchOverload();
    }

    /** Throws the error of a value that does not have the type of its schema. */
    public static void requireValid(@Nullable Object value) {
        if (value instanceof InvalidData data) {
            throw new RuleError(data.problem());
        }
    }
}
