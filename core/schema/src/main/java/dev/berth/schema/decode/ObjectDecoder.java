package dev.berth.schema.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import dev.berth.rules.decode.MetadataDecoder;
import dev.berth.schema.Schema;
import dev.berth.schema.Values;

/**
 * Decodes a custom resource as the server does with {@code fieldValidation: Strict}, which kubectl sends. Mirrors {@code
 * unstructuredSchemaCoercer.apply} in {@code pkg/apiserver/customresource_handler.go} of {@code
 * k8s.io/apiextensions-apiserver}.
 */
public final class ObjectDecoder {
    private ObjectDecoder() {}

    /** Returns the object without what the server removes, and with its defaults; reports what it refuses to decode. */
    public static ObjectNode decode(JsonNode written, Schema schema, Findings findings) {
        ObjectNode object = (ObjectNode) Values.of(written);
        MetadataDecoder.decode(object.get("metadata"), FieldPath.of("metadata"), findings);
        new UnknownFields(findings).remove(object, schema);
        Nulls.remove(object, schema);
        EmbeddedObjects.decode(object, schema, FieldPath.root(), findings);
        if (findings.isEmpty()) {
            Defaults.fillIn(object, schema);
        }
        return object;
    }

    /**
     * Returns the result of a server-side apply with its defaults and without unknown fields. It keeps what {@link
     * #decode} refuses to decode: a null where null is no value, and wrong types in embedded metadata.
     */
    public static ObjectNode decodeApplied(JsonNode applied, Schema schema) {
        ObjectNode object = (ObjectNode) Values.of(applied);
        MetadataDecoder.decode(object.get("metadata"), FieldPath.of("metadata"), new Findings());
        new UnknownFields(new Findings()).remove(object, schema);
        Defaults.fillIn(object, schema);
        return object;
    }

    /** Returns whether a value has fields that its schema does not have. */
    public static boolean hasUnknownFields(JsonNode value, Schema schema) {
        Findings findings = new Findings();
        new UnknownFields(findings).removeFrom(value.deepCopy(), schema);
        return !findings.isEmpty();
    }
}
