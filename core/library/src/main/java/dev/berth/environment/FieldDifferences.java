package dev.berth.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.rules.tree.ListKeys;
import dev.berth.rules.tree.MapFields;
import dev.berth.rules.tree.SemanticEquality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares one object in several environments, field by field. A list element with a name is the same element at any
 * index.
 */
final class FieldDifferences {

    private final Map<String, List<JsonNode>> found = new LinkedHashMap<>();

    private FieldDifferences() {}

    /**
     * Returns each field that differs, with its value in each environment; a missing node if an environment does not
     * have it.
     *
     * @param bodies the object in each environment, with the defaults of the server
     */
    static Map<String, List<JsonNode>> between(List<JsonNode> bodies) {
        FieldDifferences differences = new FieldDifferences();
        differences.compare("", "", "", bodies);
        return differences.found;
    }

    private void compare(String path, String parent, String field, List<JsonNode> values) {
        JsonNode first = values.get(0);
        if (path.equals("status")
                || values.stream().allMatch(value -> SemanticEquality.equal(parent, field, first, value))) {
            return;
        }
        if (all(values, value -> value.isObject() || (MapFields.contains(field) && isAbsent(value)))) {
            fields(path, field, values);
        } else if (all(values, JsonNode::isArray) && all(values, list -> isKeyed(field, list))) {
            elements(path, field, values);
        } else if (all(values, JsonNode::isArray) && all(values, list -> all(list, JsonNode::isObject))) {
            indexes(path, field, values);
        } else {
            found.put(path, values);
        }
    }

    private void fields(String path, String field, List<JsonNode> values) {
        Set<String> names = new LinkedHashSet<>();
        values.forEach(value -> value.fieldNames().forEachRemaining(names::add));
        boolean map = MapFields.contains(field)
                || (field.equals("selector") && all(values, selector -> all(selector, JsonNode::isValueNode)));
        for (String name : names) {
            String next = map ? path + "[" + name + "]" : path.isEmpty() ? name : path + "." + name;
            compare(next, map ? field : "", name, below(values, value -> value.path(name)));
        }
    }

    private void elements(String path, String list, List<JsonNode> values) {
        Set<String> keys = new LinkedHashSet<>();
        values.forEach(value -> keys.addAll(keys(list, value)));
        int before = found.size();
        for (String key : keys) {
            compare(path + "[" + key + "]", "", "", below(values, value -> ListKeys.find(list, value, key)));
        }
        if (found.size() == before) {
            found.put(
                    path,
                    below(values, value -> TextNode.valueOf("in the order " + String.join(", ", keys(list, value)))));
        }
    }

    private void indexes(String path, String field, List<JsonNode> values) {
        int longest = values.stream().mapToInt(JsonNode::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            int index = i;
            compare(path + "[" + i + "]", "", field, below(values, value -> value.path(index)));
        }
    }

    private static List<JsonNode> below(List<JsonNode> values, java.util.function.UnaryOperator<JsonNode> step) {
        List<JsonNode> below = new ArrayList<>();
        values.forEach(value -> below.add(value.isMissingNode() ? MissingNode.getInstance() : step.apply(value)));
        return below;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isKeyed(String field, JsonNode list) {
        return list.size() == keys(field, list).size();
    }

    private static Set<String> keys(String field, JsonNode list) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode element : list) {
            String key = ListKeys.of(field, element);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static boolean all(Iterable<JsonNode> nodes, Predicate<JsonNode> test) {
        for (JsonNode node : nodes) {
            if (!test.test(node)) {
                return false;
            }
        }
        return true;
    }
}
