package dev.berth.rules.update;

import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** A ConfigMap keeps all of its data once it says {@code immutable}. */
public final class ConfigMapUpdate implements UpdateRule {
    private static final Rule RULE = Rule.core("configmap-immutable", "ValidateConfigMapUpdate");

    @Override
    public void check(Update update, Findings findings) {
        Frozen.check(RULE, update, findings, "data", "binaryData");
    }
}
