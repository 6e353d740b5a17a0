package dev.berth.cel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.Finding;
import dev.berth.schema.Correlated;
import dev.berth.schema.Schema;
import dev.berth.schema.Values;
import java.util.List;

/** Schemas with one rule, and what the rule refuses. */
final class Expressions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Expressions() {}

    /** Returns JSON that is written with single quotes. */
    static JsonNode json(String text) {
        try {
            return Values.of(JSON.readTree(text.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Returns the schema of a resource whose {@code spec} has this schema and a rule with these fields. */
    static Schema schema(String spec, String... rule) {
        ObjectNode ofSpec = (ObjectNode) json(spec);
        ObjectNode entry = ofSpec.putArray("x-kubernetes-validations").addObject();
        for (int i = 0; i < rule.length; i += 2) {
            if (rule[i].equals("optionalOldSelf")) {
                entry.put(rule[i], Boolean.parseBoolean(rule[i + 1]));
            } else {
                entry.put(rule[i], rule[i + 1]);
            }
        }
        ObjectNode root = JSON.createObjectNode().put("type", "object");
        root.putObject("properties").set("spec", ofSpec);
        return Schema.of(root);
    }

    /** Returns what the rules refuse of a new object with this {@code spec}, each finding in one line. */
    static List<String> onCreation(Schema schema, String spec) {
        return texts(new CelRules().compile(schema).check(object(spec), null));
    }

    /** Returns what the rules refuse of an object that replaces another. */
    static List<String> onUpdate(Schema schema, String before, String after) {
        JsonNode object = object(after);
        Correlated update = Correlated.of(object, object(before), schema);
        return texts(new CelRules().compile(schema).check(object, update));
    }

    private static JsonNode object(String spec) {
        ObjectNode object = JSON.createObjectNode();
        object.set("spec", json(spec));
        return object;
    }

    static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.level() + " " + finding.type() + " " + finding.text())
                .toList();
    }
}
