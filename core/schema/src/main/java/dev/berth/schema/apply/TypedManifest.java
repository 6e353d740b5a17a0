package dev.berth.schema.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.decode.MetadataDecoder;
import dev.berth.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What server-side apply refuses before any other check: types, unknown fields, and list items that it cannot tell
 * apart. Mirrors {@code typed/validate.go} of {@code sigs.k8s.io/structured-merge-diff}.
 */
public final class TypedManifest {
    private static final Rule TYPED = new Rule(
            "apply-typed",
            "structuredMergeManager.Apply",
            "staging/src/k8s.io/apimachinery/pkg/util/managedfields/internal/structuredmerge.go");
    private static final Set<String> OF_OBJECTS = Set.of("apiVersion", "kind", "metadata");

    private final Findings findings;
    private final boolean duplicates;

    private TypedManifest(Findings findings, boolean duplicates) {
        this.findings = findings;
        this.duplicates = duplicates;
    }

    /** Checks what an author sends. */
    public static TypedManifest ofAuthor(Findings findings) {
        return new TypedManifest(findings, false);
    }

    /** Checks the object in the cluster, which may have duplicates. */
    public static TypedManifest ofCluster(Findings findings) {
        return new TypedManifest(findings, true);
    }

    /** Checks a manifest, without changing it. */
    public void check(JsonNode manifest, Schema root) {
        object(manifest, root, true, root.preservesUnknownFields(), FieldPath.root());
    }

    /** {@code kept} is whether a schema above keeps unknown fields, which holds for everything below it. */
    private void value(JsonNode value, @Nullable Schema schema, boolean kept, FieldPath path) {
        if (schema == null || value.isNull() || schema.isIntOrString()) {
            return;
        }
        boolean keeps = kept || schema.preservesUnknownFields();
        switch (schema.type()) {
            case "object" -> object(value, schema, schema.isEmbeddedResource(), keeps, path);
            case "array" -> list(value, schema, keeps, path);
            case "string" -> text(value, schema.limits().format(), path);
            case "boolean" -> expect(value.isBoolean(), "a boolean", path);
            case "integer", "number" -> expect(value.isNumber(), "a number", path);
            default -> {
                if (value.isObject()) {
                    object(value, schema, schema.isEmbeddedResource(), keeps, path);
                }
            }
        }
    }

    /** A format other than {@code byte} means any scalar. */
    private void text(JsonNode value, String format, FieldPath path) {
        boolean any = !format.isEmpty() && !format.equals("byte");
        expect(value.isTextual() || (any && value.isValueNode()), "a string", path);
    }

    private void object(JsonNode value, Schema schema, boolean resource, boolean kept, FieldPath path) {
        if (!value.isObject()) {
            expect(false, "an object", path);
            return;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            FieldPath at = path.child(name);
            Schema ofField = schema.properties().get(name);
            if (resource && OF_OBJECTS.contains(name)) {
                ofObject(name, field.getValue(), at);
            } else if (ofField != null) {
                value(field.getValue(), ofField, kept, at);
            } else if (schema.additionalProperties() != null) {
                value(field.getValue(), schema.additionalProperties(), kept, at);
            } else if (!kept
                    && !schema.allowsAnyProperty()
                    && !schema.properties().isEmpty()) {
                report("is not a field of the CustomResourceDefinition", at);
            }
        }
    }

    private void ofObject(String field, JsonNode value, FieldPath path) {
        if (!field.equals("metadata")) {
            expect(value.isTextual() || value.isNull(), "a string", path);
        } else if (value instanceof ObjectNode metadata) {
            metadata(metadata, path);
        } else {
            expect(value.isNull(), "an object", path);
        }
    }

    /** A time is any scalar for server-side apply. */
    private void metadata(ObjectNode metadata, FieldPath path) {
        ObjectNode copy = metadata.deepCopy();
        for (String time : List.of("creationTimestamp", "deletionTimestamp")) {
            if (copy.path(time).isTextual()) {
                copy.remove(time);
            }
        }
        MetadataDecoder.decode(copy, path, findings);
        set(metadata.path("finalizers"), path.child("finalizers"));
    }

    private void list(JsonNode value, Schema schema, boolean kept, FieldPath path) {
        if (!(value instanceof ArrayNode list)) {
            expect(false, "a list", path);
            return;
        }
        if (schema.listType().equals("set")) {
            set(list, path);
        }
        boolean keyed = schema.listType().equals("map") && schema.items() != null;
        Set<List<JsonNode>> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (keyed && !isKeyed(list.get(i), schema, path.index(i), seen)) {
                return;
            }
            value(list.get(i), schema.items(), kept, path.index(i));
        }
    }

    private boolean isKeyed(JsonNode item, Schema schema, FieldPath path, Set<List<JsonNode>> seen) {
        List<JsonNode> key = ItemKeys.of(item, schema);
        if (!item.isObject() || key.isEmpty()) {
            report("must be an object with one of the keys " + String.join(", ", schema.listMapKeys()), path);
            return false;
        }
        if (!seen.add(key) && !duplicates) {
            report("is a duplicate, because an earlier item has the same keys", path);
        }
        return true;
    }

    private void set(JsonNode list, FieldPath path) {
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isContainerNode() || list.get(i).isNull()) {
                report("must not be an object, a list or null, because the list is a set", path.index(i));
                return;
            }
            if (!seen.add(list.get(i)) && !duplicates) {
                report("is a duplicate, but the list is a set", path.index(i));
            }
        }
    }

    private void expect(boolean fits, String expected, FieldPath path) {
        if (!fits) {
            report("must be " + expected, path);
        }
    }

    private void report(String what, FieldPath path) {
        findings.add(TYPED, path, FindingType.MALFORMED, "server-side apply refuses this value: it " + what);
    }
}
