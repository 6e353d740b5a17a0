package dev.berth.review.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/**
 * The fields that one manager set: {@code fieldsV1} of {@code metadata.managedFields}.
 *
 * <p>Source: {@code structured-merge-diff/v6/fieldpath/serialize.go} of Kubernetes 1.36.
 */
public final class FieldSet {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String SELF = ".";
    private static final FieldSet EMPTY = new FieldSet(JsonNodeFactory.instance.objectNode());

    private final JsonNode fields;

    private FieldSet(JsonNode fields) {
        this.fields = fields;
    }

    static FieldSet of(JsonNode fieldsV1) {
        return new FieldSet(fieldsV1);
    }

    /** Returns a set without fields. */
    static FieldSet empty() {
        return EMPTY;
    }

    /** Returns the fields that are in either set. */
    FieldSet union(FieldSet other) {
        return fields.isEmpty() ? other : other.fields.isEmpty() ? this : new FieldSet(union(fields, other.fields));
    }

    private static JsonNode union(JsonNode left, JsonNode right) {
        if (left.isEmpty() || right.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode union = left.deepCopy();
        for (Map.Entry<String, JsonNode> field : right.properties()) {
            JsonNode mine = left.path(field.getKey());
            union.set(field.getKey(), mine.isObject() ? union(mine, field.getValue()) : field.getValue());
        }
        return union;
    }

    /** Returns the part of an object that consists of these fields; a missing node if it has none of them. */
    JsonNode in(JsonNode object) {
        return fields.isEmpty() ? MissingNode.getInstance() : part(fields, object);
    }

    private static JsonNode part(JsonNode set, JsonNode value) {
        if (set.isEmpty() || value.isMissingNode()) {
            return value;
        }
        if (value.isArray()) {
            return elements(set, value);
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : set.properties()) {
            if (field.getKey().startsWith("f:")) {
                String name = field.getKey().substring(2);
                JsonNode inner = part(field.getValue(), value.path(name));
                if (!inner.isMissingNode()) {
                    part.set(name, inner);
                }
            }
        }
        return part.isEmpty() && !set.has(SELF) ? MissingNode.getInstance() : part;
    }

    private static JsonNode elements(JsonNode set, JsonNode list) {
        var elements = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : list) {
            for (Map.Entry<String, JsonNode> entry : set.properties()) {
                JsonNode key = key(entry.getKey());
                if (entry.getKey().startsWith("v:") && key.equals(element)) {
                    elements.add(element);
                } else if (entry.getKey().startsWith("k:") && hasKey(element, key)) {
                    JsonNode part = part(entry.getValue(), element);
                    elements.add(part instanceof ObjectNode object ? withKey(object, element, key) : element);
                }
            }
        }
        return elements.isEmpty() && !set.has(SELF) ? MissingNode.getInstance() : elements;
    }

    private static JsonNode key(String entry) {
        if (!entry.startsWith("v:") && !entry.startsWith("k:")) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(entry.substring(2));
        } catch (IOException notFromTheServer) {
            return MissingNode.getInstance();
        }
    }

    private static boolean hasKey(JsonNode element, JsonNode key) {
        return key.isObject()
                && key.properties().stream().allMatch(field -> field.getValue().equals(element.path(field.getKey())));
    }

    private static ObjectNode withKey(ObjectNode part, JsonNode element, JsonNode key) {
        ObjectNode whole = part.deepCopy();
        key.fieldNames().forEachRemaining(name -> whole.set(name, element.path(name)));
        return whole;
    }
}
