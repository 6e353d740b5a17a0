package dev.berth.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cel.value.Kube;
import dev.berth.cel.value.KubeObject;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one node, evaluated for one value. Mirrors {@code validateExpressions} in
 * {@code pkg/apiserver/schema/cel/validation.go} of {@code apiextensions-apiserver}.
 */
final class RuleCheck {
    private static final Rule RULE = new Rule(
            "custom-resource-rule",
            "validateExpressions",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go");
    /** {@code MaxEvaluatedMessageExpressionSizeBytes} in {@code staging/src/k8s.io/apiserver/pkg/apis/cel/config.go}. */
    private static final int LONGEST_MESSAGE = 5 * 1024;

    private static final long EXHAUSTED = -1;

    private final RuleNode node;
    private final FieldPath path;
    private final @Nullable JsonNode old;
    private final Ratchet ratchet;
    private final List<Finding> findings;
    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, Object> optionalVariables = new HashMap<>();

    RuleCheck(
            RuleNode node,
            FieldPath path,
            JsonNode value,
            @Nullable JsonNode old,
            Ratchet ratchet,
            List<Finding> findings) {
        this.node = node;
        this.path = path;
        this.old = old;
        this.ratchet = ratchet;
        this.findings = findings;
        variables.put("self", inCel(value));
        if (old != null) {
            variables.put("oldSelf", inCel(old));
        }
        optionalVariables.put("self", variables.get("self"));
        optionalVariables.put("oldSelf", Optional.ofNullable(variables.get("oldSelf")));
    }

    private Object inCel(JsonNode data) {
        return node.isResourceRoot() ? KubeObject.ofRoot(data, node.schema()) : Kube.value(data, node.schema());
    }

    /** Evaluates a rule, and returns what is left of the budget; a negative number if no other rule must be evaluated. */
    long check(CompiledRule rule, long budget) {
        Expression expression = rule.expression();
        if (expression == null) {
            if (!rule.problem().isEmpty()) {
                add(
                        path,
                        FindingType.INVALID,
                        "the rule does not compile: " + rule.problem() + "; rule: " + rule.text());
            }
            return budget;
        }
        if (rule.usesOldSelf() && old == null && !rule.isOptional()) {
            return budget;
        }
        Map<String, Object> bound = rule.isOptional() ? optionalVariables : variables;
        Evaluation result = expression.evaluate(bound);
        long left = budget - result.cost();
        if (left < 0) {
            add(
                    path,
                    FindingType.INVALID,
                    "the rules of the object cost more than the server allows, and no other "
                            + "rule is evaluated; rule: " + rule.text());
            return EXHAUSTED;
        }
        if (result.exceeded()) {
            add(
                    path,
                    FindingType.INVALID,
                    "the rule runs too long, and no other rule is evaluated; rule: " + rule.text());
            return EXHAUSTED;
        }
        if (result.hasFailed()) {
            add(
                    path,
                    FindingType.INVALID,
                    "the rule cannot be evaluated: " + result.problem() + "; rule: " + rule.text());
            return left;
        }
        return Boolean.TRUE.equals(result.value()) ? left : refuse(rule, bound, left);
    }

    private long refuse(CompiledRule rule, Map<String, Object> bound, long budget) {
        FieldPath field = rule.fieldPath().isEmpty() ? path : path.child(rule.fieldPath());
        Expression expression = rule.message();
        long left = budget;
        String message = defaultMessage(rule);
        if (expression != null) {
            Evaluation result = expression.evaluate(bound);
            left = budget - result.cost();
            if (left < 0 || result.exceeded()) {
                report(
                        rule,
                        field,
                        FindingType.INVALID,
                        "the messageExpression costs more than the server allows, and "
                                + "no other rule is evaluated; rule: " + rule.text());
                return EXHAUSTED;
            }
            message = usable(result).orElse(message);
        }
        report(rule, field, type(rule.rule().reason()), message);
        return left;
    }

    private static String defaultMessage(CompiledRule rule) {
        return rule.rule().message().isEmpty() ? "failed rule: " + rule.text() : rule.text();
    }

    /** The server ignores a message that is empty, that is too long, or that has several lines. */
    private static Optional<String> usable(Evaluation result) {
        String text = result.value() instanceof String message ? message.strip() : "";
        boolean tooLong = text.getBytes(StandardCharsets.UTF_8).length > LONGEST_MESSAGE;
        return result.hasFailed() || text.isEmpty() || tooLong || text.indexOf('\n') >= 0
                ? Optional.empty()
                : Optional.of(text);
    }

    private static FindingType type(String reason) {
        return switch (reason) {
            case "FieldValueForbidden" -> FindingType.FORBIDDEN;
            case "FieldValueRequired" -> FindingType.REQUIRED;
            case "FieldValueDuplicate" -> FindingType.DUPLICATE;
            default -> FindingType.INVALID;
        };
    }

    /** A value that did not change gets a warning, unless the rule compares it with the one that it replaces. */
    private void report(CompiledRule rule, FieldPath field, FindingType type, String message) {
        if (!rule.usesOldSelf() && ratchet.isUnchanged()) {
            findings.add(new Finding(
                    ObjectId.NONE, Location.NONE, field.toString(), RULE, Level.WARNING, type, message, "", null));
        } else {
            add(field, type, message);
        }
    }

    private void add(FieldPath field, FindingType type, String message) {
        findings.add(Finding.of(RULE, field.toString(), type, message));
    }
}
