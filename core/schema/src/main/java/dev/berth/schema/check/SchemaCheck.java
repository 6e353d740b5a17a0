package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.schema.Correlated;
import dev.berth.schema.Schema;
import dev.berth.schema.format.TextFormats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against a schema.
 *
 * <p>Mirrors {@code SchemaValidator} in {@code pkg/validation/validate/schema.go} of {@code k8s.io/kube-openapi}, and
 * {@code ratcheting.go} of {@code k8s.io/apiextensions-apiserver}, which does not enforce a check again on a value that
 * did not change. Its findings without a field are those to which the server gives the field {@code <nil>}.
 */
public final class SchemaCheck {
    private SchemaCheck() {}

    /** Returns what the server refuses of a value that is created. */
    public static List<Finding> ofCreation(Schema schema, JsonNode value, FieldPath path) {
        return node(schema, value, path).findings();
    }

    /** Returns what the server refuses of an object that replaces another. */
    public static List<Finding> ofUpdate(Schema schema, Correlated update) {
        return correlated(schema, update, FieldPath.root(), true).findings();
    }

    /** Checks a value, whatever it was before. */
    static CheckResult node(Schema schema, JsonNode value, FieldPath path) {
        return check(schema, value, path, null, false);
    }

    private static CheckResult correlated(Schema schema, Correlated update, FieldPath path, boolean root) {
        CheckResult result = check(schema, update.value(), path, update, root);
        if (!result.isValid() && update.isUnchanged()) {
            result.forgive();
        }
        return result;
    }

    private static CheckResult check(
            Schema schema, JsonNode value, FieldPath path, @Nullable Correlated update, boolean root) {
        CheckResult result = new CheckResult();
        if (value.isNull()) {
            result.merge(TypeCheck.check(schema, value, path));
            result.merge(enumeration(schema, value, path));
            return result;
        }
        if (!schema.types().isEmpty() || !TypeCheck.format(schema).isEmpty()) {
            step(result, TypeCheck.check(schema, value, path));
        }
        step(result, ClauseCheck.check(schema, value, path));
        if (value.isTextual()) {
            step(result, TextCheck.check(schema, value.textValue(), path));
            if (TextFormats.isKnown(TypeCheck.format(schema))) {
                step(result, format(schema, value.textValue(), path));
            }
        }
        if (value.isNumber()) {
            step(result, NumberCheck.check(schema, value, path));
        }
        if (value instanceof ArrayNode list) {
            step(result, items(schema, list, path, update));
        }
        step(result, enumeration(schema, value, path));
        if (value instanceof ObjectNode object) {
            step(result, fields(schema, object, path, update, root));
        }
        result.count();
        return result;
    }

    private static void step(CheckResult result, CheckResult ofCheck) {
        result.merge(ofCheck);
        result.count();
    }

    private static CheckResult format(Schema schema, String text, FieldPath path) {
        CheckResult result = new CheckResult();
        String format = TypeCheck.format(schema);
        if (!TextFormats.fits(format, text)) {
            result.add(findings ->
                    findings.add(SchemaRules.FORMAT, path, FindingType.TYPE_INVALID, "must have the format " + format));
        }
        return result;
    }

    private static CheckResult enumeration(Schema schema, JsonNode value, FieldPath path) {
        CheckResult result = new CheckResult();
        List<JsonNode> allowed = schema.limits().enumeration();
        if (allowed != null && !allowed.isEmpty() && allowed.stream().noneMatch(one -> Equality.inEnum(value, one))) {
            List<String> texts = allowed.stream()
                    .map(one -> one.isTextual() ? one.textValue() : one.toString())
                    .toList();
            Object written = value.isTextual() ? value.textValue() : value;
            result.add(findings -> findings.notSupported(SchemaRules.ENUM, path, written, texts));
        }
        return result;
    }

    private static CheckResult items(Schema schema, ArrayNode list, FieldPath path, @Nullable Correlated update) {
        CheckResult result = new CheckResult();
        Schema ofItems = schema.items();
        if (ofItems != null) {
            for (int i = 0; i < list.size(); i++) {
                Correlated item = update == null ? null : update.index(i);
                FieldPath at = path.index(i);
                result.merge(item == null ? node(ofItems, list.get(i), at) : correlated(ofItems, item, at, false));
            }
        }
        SizeCheck.items(schema, list, path, result);
        result.count();
        return result;
    }

    private static CheckResult fields(
            Schema schema, ObjectNode object, FieldPath path, @Nullable Correlated update, boolean root) {
        CheckResult result = new CheckResult();
        SizeCheck.properties(schema, object, path, result);
        Schema additional = schema.additionalProperties();
        for (var field : object.properties()) {
            String name = field.getKey();
            Schema ofField = schema.properties().getOrDefault(name, additional);
            if (ofField != null) {
                boolean type = root && (name.equals("apiVersion") || name.equals("kind"));
                Correlated child = update == null || type ? null : update.key(name);
                FieldPath at = path.child(name);
                result.merge(
                        child == null ? node(ofField, field.getValue(), at) : correlated(ofField, child, at, false));
            }
        }
        for (String name : schema.limits().required()) {
            if (!object.has(name)) {
                result.add(findings -> findings.required(SchemaRules.REQUIRED, path.child(name), ""));
            }
        }
        return result;
    }
}
