package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists that are sets, or maps by some fields of their items. Mirrors {@code
 * pkg/apiserver/schema/listtype/validation.go} of {@code k8s.io/apiextensions-apiserver}.
 */
public final class ListTypes {
    private static final String FILE =
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype/validation.go";
    private static final Rule SET = new Rule("list-set-duplicate", "validateListSet", FILE);
    private static final Rule MAP = new Rule("list-map-duplicate", "validateListMap", FILE);

    private ListTypes() {}

    /** Reports the second one of equal items, or of items with the same keys. */
    public static void check(JsonNode value, @Nullable Schema schema, FieldPath path, Findings findings) {
        if (schema == null) {
            return;
        }
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String name = field.getKey();
                check(field.getValue(), schema.additionalProperties(), path.key(name), findings);
                check(field.getValue(), schema.properties().get(name), path.child(name), findings);
            }
        } else if (value instanceof ArrayNode list) {
            if (schema.listType().equals("set")) {
                duplicates(list, SET, path, findings);
            } else if (schema.listType().equals("map")) {
                map(list, schema.listMapKeys(), path, findings);
            }
            for (int i = 0; i < list.size(); i++) {
                check(list.get(i), schema.items(), path.index(i), findings);
            }
        }
    }

    private static void map(ArrayNode list, List<String> keys, FieldPath path, Findings findings) {
        ArrayNode keysOfItems = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            if (!item.isNull() && !item.isObject()) {
                findings.invalid(MAP, path.index(i), item, "must be an object, because the list is a map");
                return;
            }
            ObjectNode key = keysOfItems.addObject();
            for (String field : keys) {
                if (item.has(field)) {
                    key.set(field, item.get(field));
                }
            }
        }
        duplicates(keysOfItems, MAP, path, findings);
    }

    private static void duplicates(ArrayNode list, Rule rule, FieldPath path, Findings findings) {
        Map<JsonNode, Integer> seen = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            if (seen.merge(list.get(i), 1, Integer::sum) == 2) {
                findings.duplicate(rule, path.index(i), list.get(i));
            }
        }
    }
}
