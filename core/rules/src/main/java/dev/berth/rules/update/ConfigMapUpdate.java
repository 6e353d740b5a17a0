package dev.berth.rules.update;

import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** The data of a ConfigMap cannot change once {@code immutable} is true. */
public final class ConfigMapUpdate implements UpdateRule {
    private static final Rule RULE = Rule.core("configmap-immutable", "ValidateConfigMapUpdate");

    @Override
    public void check(Update update, Findings findings) {
        Frozen.check(RULE, update, findings, "data", "binaryData");
    }
}
