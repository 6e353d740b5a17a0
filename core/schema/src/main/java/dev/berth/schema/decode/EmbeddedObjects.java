package dev.berth.schema.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.decode.MetadataDecoder;
import dev.berth.schema.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the type and the metadata of objects inside of another one. Mirrors {@code CoerceWithOptions} in {@code
 * pkg/apiserver/schema/objectmeta/algorithm.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class EmbeddedObjects {
    private static final Rule TYPE = new Rule(
            "embedded-type",
            "CoerceWithOptions",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta/algorithm.go");

    private EmbeddedObjects() {}

    static void decode(JsonNode value, @Nullable Schema schema, FieldPath path, Findings findings) {
        if (schema == null) {
            return;
        }
        if (value instanceof ObjectNode object) {
            if (schema.isEmbeddedResource()) {
                text(object, "apiVersion", path, findings);
                text(object, "kind", path, findings);
                if (object.path("metadata").isNull()) {
                    object.putObject("metadata"); // the server decodes null as metadata without fields
                }
                MetadataDecoder.decode(object.get("metadata"), path.child("metadata"), findings);
            }
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                Schema ofField = schema.properties().get(field.getKey());
                FieldPath at = ofField == null ? path.key(field.getKey()) : path.child(field.getKey());
                decode(field.getValue(), ofField == null ? schema.additionalProperties() : ofField, at, findings);
            }
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                decode(value.get(i), schema.items(), path.index(i), findings);
            }
        }
    }

    private static void text(ObjectNode object, String field, FieldPath path, Findings findings) {
        if (object.has(field) && !object.get(field).isTextual()) {
            findings.add(TYPE, path.child(field), FindingType.MALFORMED, "must be a string");
        }
    }
}
