package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The types of lists and maps: {@code x-kubernetes-list-type} and {@code x-kubernetes-map-type}. */
final class ListRules {
    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String MAP_TYPE = "x-kubernetes-map-type";
    private static final String MAP_KEYS = "x-kubernetes-list-map-keys";

    private final Findings findings;

    ListRules(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode schema, FieldPath path) {
        if (schema.has(MAP_TYPE)) {
            type(schema, "object", MAP_TYPE, path);
            oneOf(SchemaTree.text(schema, MAP_TYPE), List.of("atomic", "granular"), path.child(MAP_TYPE));
        }
        String listType = SchemaTree.text(schema, LIST_TYPE);
        JsonNode items = schema.path("items");
        if (schema.has(LIST_TYPE)) {
            boolean array = type(schema, "array", LIST_TYPE, path);
            if (array && listType.equals("set") && items.isObject()) {
                atomicItems(items, path.child("items"));
            }
            oneOf(listType, List.of("atomic", "set", "map"), path.child(LIST_TYPE));
        }
        if (!schema.path(MAP_KEYS).isEmpty() && !listType.equals("map")) {
            missing(
                    schema.has(LIST_TYPE) ? listType : "",
                    path.child(LIST_TYPE),
                    "must be map, because there are keys");
        }
        if (listType.equals("map")) {
            map(schema, items, path);
        }
        if ((listType.equals("map") || listType.equals("set")) && items.isObject()) {
            keys(schema, items, listType, path.child("items"));
        }
    }

    private boolean type(JsonNode schema, String type, String because, FieldPath path) {
        String actual = SchemaTree.text(schema, "type");
        boolean fits = actual.equals(type);
        if (!fits) {
            missing(actual, path.child("type"), "must be " + type + ", because there is " + because);
        }
        return fits;
    }

    private void missing(String value, FieldPath path, String should) {
        if (value.isEmpty()) {
            findings.required(CrdRules.LIST_TYPE, path, should);
        } else {
            findings.invalid(CrdRules.LIST_TYPE, path, value, should);
        }
    }

    private void oneOf(String value, List<String> allowed, FieldPath path) {
        if (!allowed.contains(value)) {
            findings.notSupported(CrdRules.LIST_TYPE, path, value, allowed);
        }
    }

    private void atomicItems(JsonNode items, FieldPath path) {
        String type = SchemaTree.text(items, "type");
        String should = "must be atomic, because the list is a set";
        if (type.equals("array")
                && items.has(LIST_TYPE)
                && !SchemaTree.text(items, LIST_TYPE).equals("atomic")) {
            findings.invalid(CrdRules.ATOMIC_SET, path.child(LIST_TYPE), SchemaTree.text(items, LIST_TYPE), should);
        }
        if (type.equals("object") && !SchemaTree.text(items, MAP_TYPE).equals("atomic")) {
            findings.invalid(CrdRules.ATOMIC_SET, path.child(MAP_TYPE), SchemaTree.text(items, MAP_TYPE), should);
        }
    }

    private void map(JsonNode schema, JsonNode items, FieldPath path) {
        Rule rule = CrdRules.LIST_TYPE;
        if (schema.path(MAP_KEYS).isEmpty()) {
            findings.required(rule, path.child(MAP_KEYS), "a list that is a map needs keys");
        }
        if (items.isMissingNode()) {
            findings.required(rule, path.child("items"), "a list that is a map needs a schema of its items");
        } else if (items.isArray()) {
            findings.invalid(rule, path.child("items"), "a list", "must be a single schema");
        } else if (!SchemaTree.text(items, "type").equals("object")) {
            String type = SchemaTree.text(items, "type");
            findings.invalid(
                    rule, path.child("items").child("type"), type, "must be object, because the list is a map");
        } else {
            keyFields(schema, items, path);
        }
    }

    private void keyFields(JsonNode schema, JsonNode items, FieldPath path) {
        Set<String> seen = new HashSet<>();
        for (JsonNode key : schema.path(MAP_KEYS)) {
            String name = key.asText();
            JsonNode field = items.path("properties").path(name);
            String type = SchemaTree.text(field, "type");
            if (field.isMissingNode()) {
                findings.invalid(CrdRules.LIST_TYPE, path.child(MAP_KEYS), name, "must be a field of the items");
            } else if (type.equals("array") || type.equals("object")) {
                FieldPath at = path.child("items").child("properties").key(name).child("type");
                findings.invalid(CrdRules.LIST_TYPE, at, type, "must be a scalar, because it is a key of the list");
            }
            if (!seen.add(name)) {
                findings.invalid(CrdRules.LIST_TYPE, path.child(MAP_KEYS), name, "must be unique");
            }
        }
    }

    private void keys(JsonNode schema, JsonNode items, String listType, FieldPath path) {
        if (SchemaTree.flag(items, "nullable")) {
            findings.forbidden(
                    CrdRules.MAP_KEYS, path.child("nullable"), "the items of a " + listType + " are not null");
        }
        if (!listType.equals("map")) {
            return;
        }
        Set<String> required = new HashSet<>();
        items.path("required").forEach(name -> required.add(name.asText()));
        for (JsonNode key : schema.path(MAP_KEYS)) {
            JsonNode field = items.path("properties").path(key.asText());
            FieldPath at = path.child("properties").key(key.asText());
            if (field.isObject() && !required.contains(key.asText()) && !field.has("default")) {
                findings.required(CrdRules.MAP_KEYS, at.child("default"), "a key must be required or have a default");
            }
            if (SchemaTree.flag(field, "nullable")) {
                findings.forbidden(CrdRules.MAP_KEYS, at.child("nullable"), "a key is not null");
            }
        }
    }
}
