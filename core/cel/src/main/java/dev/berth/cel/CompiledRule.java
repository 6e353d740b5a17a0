package dev.berth.cel;

import dev.berth.schema.Schema;
import dev.berth.schema.ValidationRule;
import dev.cel.common.types.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code x-kubernetes-validations}, compiled. Mirrors {@code compileRule} in
 * {@code pkg/apiserver/schema/cel/compilation.go} of {@code apiextensions-apiserver}.
 *
 * @param rule the entry
 * @param expression the rule; null if it is empty or does not compile
 * @param problem why the rule does not compile; empty if it does
 * @param usesOldSelf whether the rule compares the value with the one that it replaces
 * @param message the expression for the message; null if there is none, or if it does not compile
 * @param messageProblem why the expression for the message does not compile; empty if it does
 * @param fieldPath the path of the cause below the node; empty if it is the node itself
 */
record CompiledRule(
        ValidationRule rule,
        @Nullable Expression expression,
        String problem,
        boolean usesOldSelf,
        @Nullable Expression message,
        String messageProblem,
        String fieldPath) {

    static CompiledRule compile(ValidationRule rule, Schema node, RuleEnvironment environment) {
        String fieldPath = JsonPath.resolve(rule.fieldPath(), node).orElse("");
        if (rule.rule().isBlank()) {
            return new CompiledRule(rule, null, "", false, null, "", fieldPath);
        }
        Expression expression;
        try {
            expression = Expression.compile(environment, rule.rule(), isOptional(rule), SimpleType.BOOL);
        } catch (InvalidExpression e) {
            return new CompiledRule(rule, null, String.valueOf(e.getMessage()), false, null, "", fieldPath);
        }
        boolean usesOldSelf = expression.usesOldSelf();
        if (rule.messageExpression().isEmpty()) {
            return new CompiledRule(rule, expression, "", usesOldSelf, null, "", fieldPath);
        }
        try {
            Expression message =
                    Expression.compile(environment, rule.messageExpression(), isOptional(rule), SimpleType.STRING);
            return new CompiledRule(rule, expression, "", usesOldSelf, message, "", fieldPath);
        } catch (InvalidExpression e) {
            return new CompiledRule(rule, expression, "", usesOldSelf, null, String.valueOf(e.getMessage()), fieldPath);
        }
    }

    /** Returns whether {@code oldSelf} is optional. */
    boolean isOptional() {
        return isOptional(rule);
    }

    private static boolean isOptional(ValidationRule rule) {
        return Boolean.TRUE.equals(rule.optionalOldSelf());
    }

    /** Returns the message of the rule, or the rule itself if it has none, in one line. */
    String text() {
        String text = rule.message().isEmpty() ? rule.rule() : rule.message();
        return text.strip().replaceAll("\\s*[\\n\\r]+\\s*", " ");
    }
}
