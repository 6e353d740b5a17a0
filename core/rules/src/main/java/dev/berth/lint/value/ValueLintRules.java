package dev.berth.lint.value;

import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules about values, in the order in which they report. */
public final class ValueLintRules {

    private ValueLintRules() {}

    /** Returns one rule of each kind. */
    public static List<SetRule> all() {
        return List.of(
                new VariableUndefined(),
                new VariableDefinedLater(),
                new VariableSyntax(),
                new SubPathVariableUndefined(),
                new SecretEndsWithNewline(),
                new SecretInPlainText(),
                new FileModeDecimal(),
                new TooLargeForClientSideApply());
    }
}
