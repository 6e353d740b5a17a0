package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.rules.tree.MapFields;
import dev.berth.rules.tree.SemanticEquality;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares two objects, and returns the fields that differ, in the order of the objects. */
public final class FieldDiff {
    private final Consumer<FieldChange> changes;

    private FieldDiff(Consumer<FieldChange> changes) {
        this.changes = changes;
    }

    /** Returns what differs between the two objects, without the parts that only the server writes. */
    public static List<FieldChange> between(JsonNode before, JsonNode after) {
        List<FieldChange> found = new ArrayList<>();
        new FieldDiff(found::add).compare("", "", before, after);
        return List.copyOf(found);
    }

    /** Returns what differs between two values of the field at {@code path}. */
    public static List<FieldChange> between(String path, JsonNode before, JsonNode after) {
        List<FieldChange> found = new ArrayList<>();
        new FieldDiff(found::add).compare(path, path.substring(path.lastIndexOf('.') + 1), before, after);
        return List.copyOf(found);
    }

    private void compare(String path, String field, JsonNode before, JsonNode after) {
        if (path.equals("status") || SemanticEquality.equal(field, before, after)) {
            return;
        }
        if (isFields(field, before) && isFields(field, after)) {
            fields(path, field, before, after);
        } else if (before.isArray() && after.isArray() && ElementKeys.identify(field, before, after)) {
            elements(path, field, before, after);
        } else if (before.isArray() && after.isArray() && objects(before) && objects(after)) {
            contents(path, field, before, after);
        } else {
            changes.accept(new FieldChange(path, value(field, before), value(field, after)));
        }
    }

    /** Returns whether it is an object, or an absent map: each key of a map that is added or removed is reported. */
    private static boolean isFields(String field, JsonNode value) {
        return value.isObject() || (MapFields.contains(field) && (value.isMissingNode() || value.isNull()));
    }

    private void fields(String path, String field, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        boolean key = MapFields.contains(field) || (field.equals("selector") && isLabels(before) && isLabels(after));
        for (String name : names) {
            String next = key ? path + "[" + name + "]" : path.isEmpty() ? name : path + "." + name;
            if (!key) {
                compare(next, name, before.path(name), after.path(name));
            } else if (!SemanticEquality.equal(field, name, before.path(name), after.path(name))) {
                changes.accept(new FieldChange(next, value(name, before.path(name)), value(name, after.path(name))));
            }
        }
    }

    /** The selector of a Service is a map of labels; that of a workload is a structure. */
    private static boolean isLabels(JsonNode selector) {
        for (JsonNode value : selector) {
            if (!value.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    private void elements(String path, String field, JsonNode before, JsonNode after) {
        Map<String, JsonNode> left = ElementKeys.byKey(field, before, after, before);
        Map<String, JsonNode> right = ElementKeys.byKey(field, before, after, after);
        Set<String> keys = new LinkedHashSet<>(left.keySet());
        keys.addAll(right.keySet());
        List<FieldChange> found = new ArrayList<>();
        FieldDiff inner = new FieldDiff(found::add);
        for (String key : keys) {
            inner.compare(
                    path + "[" + key + "]",
                    "",
                    left.getOrDefault(key, MissingNode.getInstance()),
                    right.getOrDefault(key, MissingNode.getInstance()));
        }
        if (found.isEmpty()) {
            found.add(new FieldChange(path, order(left), order(right)));
        }
        found.forEach(changes);
    }

    /** Compares lists whose elements have no key: equal elements are the same, wherever they are in the list. */
    private void contents(String path, String field, JsonNode before, JsonNode after) {
        ElementPairs pairs = ElementPairs.of(field, before, after);
        pairs.changed()
                .forEach((now, old) -> compare(path + "[" + now + "]", field, before.path(old), after.path(now)));
        pairs.added().forEach(now -> changes.accept(new FieldChange(path + "[" + now + "]", null, after.path(now))));
        pairs.removed().forEach(old -> changes.accept(new FieldChange(path, before.path(old), null)));
        if (pairs.isOnlyReordered()) {
            changes.accept(new FieldChange(
                    path,
                    TextNode.valueOf(before.size() + " elements"),
                    TextNode.valueOf("the same elements in another order")));
        }
    }

    private static boolean objects(JsonNode list) {
        for (JsonNode element : list) {
            if (!element.isObject()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode order(Map<String, JsonNode> elements) {
        return TextNode.valueOf("order " + String.join(", ", elements.keySet()));
    }

    private static @Nullable JsonNode value(String field, JsonNode node) {
        return SemanticEquality.absent(field, node) ? null : node;
    }
}
