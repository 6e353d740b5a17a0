package dev.berth.cel;

import dev.berth.cel.value.FieldNames;
import dev.berth.schema.Schema;
import dev.berth.schema.ValidationRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a node of a schema and of the nodes below it, compiled. Mirrors {@code Validator} in
 * {@code pkg/apiserver/schema/cel/validation.go} of {@code apiextensions-apiserver}.
 *
 * @param schema the node
 * @param isResourceRoot whether it is the root of a resource, embedded ones included
 * @param rules the rules of the node
 * @param items the rules of the items of a list; null if there are none
 * @param additionalProperties the rules of the values of a map; null if there are none
 * @param properties the rules of the fields that have some
 * @param allOf the rules of the clauses of {@code allOf}
 */
record RuleNode(
        Schema schema,
        boolean isResourceRoot,
        List<CompiledRule> rules,
        @Nullable RuleNode items,
        @Nullable RuleNode additionalProperties,
        Map<String, RuleNode> properties,
        List<RuleNode> allOf) {

    /** Returns the rules of a schema, which is that of a resource or of a value; null if it has none. */
    static @Nullable RuleNode of(Schema root, boolean isResourceRoot) {
        return root.hasRules() ? of(root, root, isResourceRoot, DeclaredType.of(root, isResourceRoot)) : null;
    }

    private static @Nullable RuleNode of(
            Schema withRules, Schema node, boolean isResourceRoot, @Nullable DeclaredType type) {
        List<CompiledRule> rules = compile(withRules, node, type);
        DeclaredType element = type == null ? null : type.element();
        RuleNode items = child(withRules.items(), node.items(), element);
        RuleNode values = child(withRules.additionalProperties(), node.additionalProperties(), element);
        Map<String, RuleNode> properties = new HashMap<>();
        withRules.properties().forEach((name, ofProperty) -> {
            Schema property = node.properties().get(name);
            RuleNode child = property == null ? null : child(ofProperty, property, typeOf(name, property, type));
            if (child != null) {
                properties.put(name, child);
            }
        });
        List<RuleNode> allOf = new ArrayList<>();
        for (Schema clause : withRules.allOf()) {
            RuleNode ofClause = of(clause, node, isResourceRoot, type);
            if (ofClause != null) {
                allOf.add(ofClause);
            }
        }
        boolean empty = rules.isEmpty() && items == null && values == null && properties.isEmpty() && allOf.isEmpty();
        return empty ? null : new RuleNode(node, isResourceRoot, rules, items, values, properties, allOf);
    }

    private static @Nullable RuleNode child(
            @Nullable Schema withRules, @Nullable Schema node, @Nullable DeclaredType type) {
        return withRules == null || node == null ? null : of(withRules, node, node.isEmbeddedResource(), type);
    }

    /** A field whose name is not an identifier has a type of its own; fields of unknown types have none. */
    private static @Nullable DeclaredType typeOf(String name, Schema property, @Nullable DeclaredType parent) {
        Optional<String> identifier = FieldNames.escape(name);
        if (identifier.isEmpty()) {
            return DeclaredType.of(property, property.isEmbeddedResource());
        }
        return parent == null || parent.fields() == null
                ? null
                : parent.fields().get(identifier.get());
    }

    private static List<CompiledRule> compile(Schema withRules, Schema node, @Nullable DeclaredType type) {
        List<ValidationRule> rules = withRules.rules();
        if (rules.isEmpty() || type == null) {
            return List.of();
        }
        RuleEnvironment environment = new RuleEnvironment(type);
        return rules.stream()
                .map(rule -> CompiledRule.compile(rule, node, environment))
                .toList();
    }
}
