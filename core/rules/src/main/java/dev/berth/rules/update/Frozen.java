package dev.berth.rules.update;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** What {@code immutable: true} means for a ConfigMap or a Secret: it stays, and so does the data. */
final class Frozen {

    private Frozen() {}

    static void check(Rule rule, Update update, Findings findings, String... data) {
        if (!update.old("immutable").asBoolean()) {
            return;
        }
        if (!update.now("immutable").asBoolean()) {
            findings.forbidden(rule, FieldPath.of("immutable"), "immutable: true can't be taken back");
        }
        for (String field : data) {
            if (!update.keeps(field)) {
                findings.forbidden(rule, FieldPath.of(field), "the object says immutable: true");
            }
        }
    }
}
