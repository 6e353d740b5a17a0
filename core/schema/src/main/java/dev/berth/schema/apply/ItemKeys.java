package dev.berth.schema.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What identifies the items of a list: their keys, of which each has a default, or themselves in a set. */
final class ItemKeys {
    private ItemKeys() {}

    /** Returns the keys of an item; empty if it has none. */
    static List<JsonNode> of(JsonNode item, Schema list) {
        if (list.listType().equals("set")) {
            return List.of(item);
        }
        Schema ofItems = list.items();
        List<JsonNode> keys = new ArrayList<>();
        for (String field : list.listMapKeys()) {
            Schema ofKey = ofItems == null ? null : ofItems.properties().get(field);
            JsonNode value = item.has(field) || ofKey == null ? item.get(field) : ofKey.defaultValue();
            if (value != null) {
                keys.add(value);
            }
        }
        return keys;
    }

    /** Returns the items by their keys; of several with the same keys, the first. */
    static Map<List<JsonNode>, JsonNode> byKeys(JsonNode items, Schema list) {
        Map<List<JsonNode>, JsonNode> byKeys = new LinkedHashMap<>();
        items.forEach(item -> byKeys.putIfAbsent(of(item, list), item));
        return byKeys;
    }
}
