package dev.berth.cel.value;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a resource, with those that every expression at its root can use: {@code apiVersion}, {@code kind},
 * {@code metadata.name} and {@code metadata.generateName}.
 *
 * <p>Mirrors {@code WithTypeAndObjectMeta} in {@code pkg/apiserver/schema/cel/model/schemas.go} of {@code
 * apiextensions-apiserver}.
 */
public final class ResourceRoot {
    private static final Map<String, Schema> FIELDS = fields();

    private ResourceRoot() {}

    /** Returns the fields of the schema and these, which replace those of the schema unless they have these types. */
    public static Map<String, Schema> properties(Schema schema) {
        Schema metadata = schema.properties().get("metadata");
        boolean complete = isOf(schema, "kind", "string")
                && isOf(schema, "apiVersion", "string")
                && isOf(schema, "metadata", "object")
                && metadata != null
                && isOf(metadata, "name", "string")
                && isOf(metadata, "generateName", "string");
        if (complete) {
            return schema.properties();
        }
        Map<String, Schema> properties = new LinkedHashMap<>(schema.properties());
        properties.putAll(FIELDS);
        return properties;
    }

    private static boolean isOf(Schema schema, String field, String type) {
        Schema ofField = schema.properties().get(field);
        return ofField != null && ofField.type().equals(type);
    }

    private static Map<String, Schema> fields() {
        ObjectNode string = JsonNodeFactory.instance.objectNode().put("type", "string");
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode names = metadata.putObject("properties");
        names.set("name", string);
        names.set("generateName", string);
        return Map.of("kind", Schema.of(string), "apiVersion", Schema.of(string), "metadata", Schema.of(metadata));
    }
}
