package dev.berth.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.berth.schema.Schema;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list of a custom resource. Its {@code x-kubernetes-list-type} decides what {@code ==} and {@code +} do: a set and a
 * list map ignore the order, and {@code +} merges them.
 *
 * <p>Mirrors {@code unstructuredList}, {@code unstructuredSetList} and {@code unstructuredMapList} in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/common/valuesunstructured.go}.
 */
public final class KubeList extends AbstractList<Object> implements RandomAccess {
    private final List<Object> elements;
    /** Returns what identifies an element; an element itself where the order counts. */
    private final Function<Object, Object> identity;

    private final boolean ordered;
    private final boolean isSet;

    private KubeList(List<Object> elements, Function<Object, Object> identity, boolean ordered, boolean isSet) {
        this.elements = elements;
        this.identity = identity;
        this.ordered = ordered;
        this.isSet = isSet;
    }

    static KubeList of(ArrayNode list, Schema ofItems, String listType, List<String> keys) {
        List<Object> elements = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            elements.add(Kube.value(item, ofItems));
        }
        return switch (listType) {
            case "set" -> new KubeList(elements, Function.identity(), false, true);
            case "map" -> new KubeList(elements, item -> key(item, keys), false, false);
            default -> new KubeList(elements, Function.identity(), true, false);
        };
    }

    private static Object key(Object item, List<String> keys) {
        if (!(item instanceof KubeObject object)) {
            throw new RuleError("unexpected data format for element of array with x-kubernetes-list-type=map");
        }
        List<Object> key = new ArrayList<>(keys.size());
        for (String field : keys) {
            key.add(object.field(field).orElse(""));
        }
        return key;
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /** Returns whether the other list has equal elements, in any order if this is a set or a list map. */
    boolean equalTo(List<?> other) {
        if (size() != other.size()) {
            return false;
        }
        if (ordered) {
            for (int i = 0; i < size(); i++) {
                if (!CelEquality.equal(get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        Map<Object, Object> byIdentity = byIdentity();
        for (Object element : other) {
            Object own = byIdentity.get(identity.apply(element));
            if (own == null || !CelEquality.equal(own, element)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the elements of both lists; a set or list map has each only once, with the value of the other list. */
    List<Object> plus(List<?> other) {
        List<Object> sum = new ArrayList<>(elements);
        if (ordered) {
            sum.addAll(other);
            return new KubeList(sum, identity, true, false);
        }
        Map<Object, Integer> positions = new HashMap<>();
        for (int i = 0; i < sum.size(); i++) {
            positions.put(identity.apply(sum.get(i)), i);
        }
        for (Object element : other) {
            Integer position = positions.putIfAbsent(identity.apply(element), sum.size());
            if (position != null && position < elements.size()) {
                sum.set(position, element);
            } else if (position == null || !isSet) {
                sum.add(element);
            }
        }
        return new KubeList(sum, identity, false, isSet);
    }

    private Map<Object, Object> byIdentity() {
        Map<Object, Object> elementsByIdentity = new HashMap<>();
        elements.forEach(element -> elementsByIdentity.put(identity.apply(element), element));
        return elementsByIdentity;
    }
}
