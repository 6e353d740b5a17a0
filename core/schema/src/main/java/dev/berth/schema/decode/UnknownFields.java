package dev.berth.schema.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.schema.Schema;
import dev.berth.value.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes the fields that a schema does not have, and reports each of them. Mirrors {@code
 * pkg/apiserver/schema/pruning/algorithm.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class UnknownFields {
    private static final Rule UNKNOWN = new Rule(
            "custom-unknown-field",
            "PruneWithOptions",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning/algorithm.go");
    private static final Set<String> OF_OBJECTS = Set.of("apiVersion", "kind", "metadata");

    private final Findings findings;

    UnknownFields(Findings findings) {
        this.findings = findings;
    }

    /** Removes the fields of an object; its type and metadata are known to the server. */
    void remove(ObjectNode object, Schema root) {
        fields(object, root, root.preservesUnknownFields(), true, FieldPath.root());
    }

    /** Removes the fields of a value that is part of an object. */
    void removeFrom(JsonNode value, Schema schema) {
        value(value, schema, FieldPath.root());
    }

    private void value(JsonNode value, @Nullable Schema schema, FieldPath path) {
        boolean kept = schema != null && schema.preservesUnknownFields();
        boolean embedded = schema != null && schema.isEmbeddedResource();
        if (value instanceof ObjectNode object) {
            fields(object, schema, kept, embedded, path);
        } else if (value instanceof ArrayNode list) {
            items(list, schema, kept, path);
        }
    }

    private void items(ArrayNode list, @Nullable Schema schema, boolean kept, FieldPath path) {
        Schema ofItems = schema == null ? null : schema.items();
        for (int i = 0; i < list.size(); i++) {
            if (!kept) {
                value(list.get(i), ofItems, path.index(i));
            } else if (ofItems != null) {
                keptValue(list.get(i), ofItems, path.index(i));
            }
        }
    }

    /** The items of a list whose unknown fields are kept keep theirs. */
    private void keptValue(JsonNode value, Schema schema, FieldPath path) {
        if (value instanceof ObjectNode object) {
            fields(object, schema, true, schema.isEmbeddedResource(), path);
        } else if (value instanceof ArrayNode list) {
            items(list, schema, true, path);
        }
    }

    private void fields(ObjectNode object, @Nullable Schema schema, boolean kept, boolean embedded, FieldPath path) {
        List<String> unknown = new ArrayList<>(0);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            if (embedded && OF_OBJECTS.contains(name)) {
                continue;
            }
            Schema ofField = schema == null ? null : schema.properties().get(name);
            if (ofField == null
                    && schema != null
                    && (schema.additionalProperties() != null || schema.allowsAnyProperty())) {
                value(field.getValue(), schema.additionalProperties(), path.child(name));
            } else if (ofField != null) {
                value(field.getValue(), ofField, path.child(name));
            } else if (!kept) {
                unknown.add(name);
            }
        }
        for (String name : unknown) {
            String question = schema == null
                    ? ""
                    : Nearest.question(name, schema.properties().keySet());
            findings.add(
                    UNKNOWN,
                    path.child(name),
                    FindingType.MALFORMED,
                    "there is no such field in the CustomResourceDefinition." + question);
        }
        object.remove(unknown);
    }
}
