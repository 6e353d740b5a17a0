package dev.berth.rules.update;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** The meaning of {@code immutable: true} for a ConfigMap or a Secret: neither the flag nor the data can change. */
final class Frozen {

    private Frozen() {}

    static void check(Rule rule, Update update, Findings findings, String... data) {
        if (!update.old("immutable").asBoolean()) {
            return;
        }
        if (!update.now("immutable").asBoolean()) {
            findings.forbidden(rule, FieldPath.of("immutable"), "immutable: true cannot be removed");
        }
        for (String field : data) {
            if (!update.keeps(field)) {
                findings.forbidden(rule, FieldPath.of(field), "the object has immutable: true");
            }
        }
    }
}
