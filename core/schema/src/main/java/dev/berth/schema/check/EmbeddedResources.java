package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.decode.MetadataDecoder;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.schema.Schema;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type and the metadata of objects inside of another one, which are always checked. Mirrors {@code
 * pkg/apiserver/schema/objectmeta/validation.go} of {@code k8s.io/apiextensions-apiserver}.
 */
public final class EmbeddedResources {
    private static final Rule EMBEDDED = new Rule(
            "embedded-resource",
            "validateEmbeddedResource",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta/validation.go");

    private EmbeddedResources() {}

    /** Checks the embedded objects of a value. */
    public static void check(JsonNode value, @Nullable Schema schema, FieldPath path, Findings findings) {
        if (schema == null) {
            return;
        }
        if (value instanceof ObjectNode object) {
            if (schema.isEmbeddedResource()) {
                embedded(object, path, findings);
            }
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                Schema ofField = schema.properties().get(field.getKey());
                FieldPath at = ofField == null ? path.key(field.getKey()) : path.child(field.getKey());
                check(field.getValue(), ofField == null ? schema.additionalProperties() : ofField, at, findings);
            }
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                check(list.get(i), schema.items(), path.index(i), findings);
            }
        }
    }

    /** Checks an object and its embedded objects. */
    public static void checkObject(JsonNode object, Schema schema, Findings findings) {
        if (object instanceof ObjectNode fields && !schema.isEmbeddedResource()) {
            embedded(fields, FieldPath.root(), findings);
        }
        check(object, schema, FieldPath.root(), findings);
    }

    private static void embedded(ObjectNode object, FieldPath path, Findings findings) {
        if (text(object, "apiVersion", path, findings)) {
            String version = object.path("apiVersion").asText();
            if (version.indexOf('/') != version.lastIndexOf('/')) {
                findings.invalid(EMBEDDED, path.child("apiVersion"), version, "must have at most one '/'");
            }
        }
        if (text(object, "kind", path, findings)) {
            String kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
            Format.DNS_LABEL_WITH_LETTER_FIRST.check(findings, EMBEDDED, path.child("kind"), kind);
        }
        metadata(object.get("metadata"), path.child("metadata"), findings);
    }

    private static void metadata(@Nullable JsonNode value, FieldPath path, Findings findings) {
        if (value == null || value.isNull()) {
            return;
        }
        JsonNode metadata = value.deepCopy();
        if (MetadataDecoder.isDecodable(metadata)) {
            MetadataRules.embedded(MetadataDecoder.bind(metadata), path, findings);
        } else {
            findings.invalid(EMBEDDED, path, metadata, "must have the types of metadata");
        }
    }

    private static boolean text(ObjectNode object, String field, FieldPath path, Findings findings) {
        JsonNode value = object.get(field);
        if (value == null) {
            findings.required(EMBEDDED, path.child(field), "");
            return false;
        }
        if (!value.isTextual()) {
            findings.invalid(EMBEDDED, path.child(field), value, "must be a string");
        } else if (value.textValue().isEmpty()) {
            findings.invalid(EMBEDDED, path.child(field), "", "must not be empty");
        }
        return value.isTextual() && !value.textValue().isEmpty();
    }
}
