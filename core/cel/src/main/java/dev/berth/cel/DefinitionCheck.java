package dev.berth.cel;

import dev.berth.cel.cost.Range;
import dev.berth.cel.value.FieldNames;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.schema.Schema;
import dev.berth.schema.ValidationRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a CustomResourceDefinition and their estimated costs, as the server checks them when the definition
 * is created.
 *
 * <p>Mirrors {@code ValidateCustomResourceDefinitionOpenAPISchema} in {@code
 * pkg/apis/apiextensions/validation/validation.go} of {@code apiextensions-apiserver}, and {@code CELSchemaContext} in
 * {@code cel_validation.go} next to it.
 */
final class DefinitionCheck {
    /** {@code StaticEstimatedCostLimit}. */
    private static final long EXPRESSION_LIMIT = 10_000_000;

    private final Predicate<FieldPath> broken;
    private final DefinitionFindings findings = new DefinitionFindings();
    private final TotalCost total = new TotalCost();

    /** A check that ignores the rules of the nodes at these paths. */
    DefinitionCheck(Predicate<FieldPath> broken) {
        this.broken = broken;
    }

    /**
     * A node, and what is known about it from the nodes around it.
     *
     * @param inScope whether the node or one around it has rules
     * @param type its type in CEL; null if it is not known yet
     * @param most how many values of the node an object can have; null if there is no limit
     * @param uncorrelated the node that does not tell which value is replaced; null if all tell
     */
    private record Place(
            Schema schema,
            FieldPath path,
            boolean inScope,
            @Nullable DeclaredType type,
            @Nullable Long most,
            @Nullable FieldPath uncorrelated) {}

    /** Returns what the server refuses of the rules of a schema. */
    List<Finding> check(Schema root, FieldPath path) {
        boolean inScope = !root.rules().isEmpty();
        check(new Place(root, path, inScope, inScope ? DeclaredType.of(root, true) : null, 1L, null));
        total.report(path, findings);
        return findings.list();
    }

    private void check(Place place) {
        Schema schema = place.schema;
        Schema values = schema.additionalProperties();
        if (values != null) {
            check(below(place, values, place.path.child("additionalProperties"), element(place), null));
        }
        schema.properties().forEach((name, property) -> {
            FieldPath path = place.path.child("properties").key(name);
            check(below(place, property, path, field(place, name), null));
        });
        Schema items = schema.items();
        if (items != null) {
            FieldPath uncorrelated = schema.listType().equals("map") ? null : place.path;
            check(below(place, items, place.path.child("items"), element(place), uncorrelated));
        }
        if (!schema.rules().isEmpty() && !broken.test(place.path)) {
            checkExpressions(place);
        }
    }

    private static @Nullable DeclaredType element(Place place) {
        return place.type == null ? null : place.type.element();
    }

    private static @Nullable DeclaredType field(Place place, String name) {
        Optional<String> identifier = FieldNames.escape(name);
        return identifier.isEmpty() || place.type == null || place.type.fields() == null
                ? null
                : place.type.fields().get(identifier.get());
    }

    private static Place below(
            Place parent,
            Schema child,
            FieldPath path,
            @Nullable DeclaredType knownType,
            @Nullable FieldPath uncorrelated) {
        boolean inScope = parent.inScope || !child.rules().isEmpty();
        DeclaredType type =
                knownType == null && inScope ? DeclaredType.of(child, child.isEmbeddedResource()) : knownType;
        Long factor = mostElements(parent.schema);
        Long most = parent.most == null || factor == null ? null : (Long) Range.multiply(parent.most, factor);
        FieldPath nearest = parent.uncorrelated == null ? uncorrelated : parent.uncorrelated;
        return new Place(child, path, inScope, type, most, nearest);
    }

    /** Returns how many values a node can have below it; null if there is no limit. */
    private static @Nullable Long mostElements(Schema schema) {
        Long most =
                switch (schema.type()) {
                    case "object" ->
                        schema.additionalProperties() == null && !schema.allowsAnyProperty()
                                ? (Long) 1L
                                : schema.limits().maxProperties();
                    case "array" -> schema.limits().maxItems();
                    default -> (Long) 1L;
                };
        return most == null ? null : (Long) Math.max(0, most);
    }

    private void checkExpressions(Place place) {
        FieldPath path = place.path.child("x-kubernetes-validations");
        DeclaredType type = place.type;
        if (type == null) {
            findings.add(path, FindingType.INTERNAL, "the node has no type that expressions can use");
            return;
        }
        RuleEnvironment environment = new RuleEnvironment(type);
        SchemaSizes sizes = new SchemaSizes(type);
        long most = place.most == null ? DeclaredType.MOST_BYTES / (type.minSize() + 1) : place.most;
        for (int i = 0; i < place.schema.rules().size(); i++) {
            ValidationRule rule = place.schema.rules().get(i);
            CompiledRule compiled = CompiledRule.compile(rule, place.schema, environment);
            FieldPath ofRule = path.index(i).child("rule");
            if (compiled.expression() != null) {
                long cost = Range.multiply(compiled.expression().mostCost(sizes), most);
                checkCost(ofRule, "rule", cost);
            } else {
                findings.add(ofRule, FindingType.INVALID, "does not compile: " + compiled.problem());
            }
            checkMessage(path.index(i).child("messageExpression"), compiled, sizes);
            checkOldSelf(path.index(i), place.uncorrelated, compiled);
        }
    }

    private void checkMessage(FieldPath path, CompiledRule rule, SchemaSizes sizes) {
        if (!rule.messageProblem().isEmpty()) {
            findings.add(path, FindingType.INVALID, "does not compile: " + rule.messageProblem());
        } else if (rule.message() != null) {
            checkCost(path, "messageExpression", rule.message().mostCost(sizes));
        }
    }

    private void checkCost(FieldPath path, String what, long cost) {
        if (cost > EXPRESSION_LIMIT) {
            findings.add(
                    path,
                    FindingType.FORBIDDEN,
                    "the estimated cost of the " + what + " exceeds the limit "
                            + TotalCost.factor(cost, EXPRESSION_LIMIT)
                            + ": simplify it, or set maxItems, maxProperties and maxLength");
        }
        total.add(path, cost);
    }

    private void checkOldSelf(FieldPath path, @Nullable FieldPath uncorrelated, CompiledRule rule) {
        if (rule.usesOldSelf() && uncorrelated != null) {
            findings.add(
                    path.child("rule"),
                    FindingType.INVALID,
                    "oldSelf cannot be used below " + uncorrelated + ", whose items do not correspond to earlier ones");
        }
        if (!rule.usesOldSelf() && rule.rule().optionalOldSelf() != null) {
            findings.add(
                    path.child("optionalOldSelf"),
                    FindingType.INVALID,
                    "the rule does not use oldSelf: remove this field");
        }
    }
}
