package dev.berth.lint.value;

import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules about values, in the order in which they report. */
public final class ValueRules {

    private ValueRules() {}

    /** Returns one rule of each kind. */
    public static List<SetRule> all() {
        return List.of(
                new VariableUndefined(),
                new VariableDefinedLater(),
                new VariableSyntax(),
                new SubPathVariableUndefined(),
                new SecretEndsWithNewline(),
                new SecretInPlainText(),
                new FileModeDecimal());
    }
}
