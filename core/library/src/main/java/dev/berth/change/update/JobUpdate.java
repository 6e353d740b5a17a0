package dev.berth.change.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.FieldPath;
import dev.berth.rules.Findings;
import dev.berth.rules.Rule;

/** A Job keeps its template and what counts its completions; an indexed Job may be scaled as a whole. */
final class JobUpdate implements UpdateRule {
    private static final String FILE = "pkg/apis/batch/validation/validation.go";
    private static final Rule RULE = new Rule("job-spec-immutable", "ValidateJobSpecUpdate", FILE);
    private static final Rule COMPLETIONS = new Rule("job-completions", "validateCompletions", FILE);
    private static final ImmutableFields FIELDS = ImmutableFields.of(
            RULE,
            "spec.selector",
            "spec.completionMode",
            "spec.podFailurePolicy",
            "spec.backoffLimitPerIndex",
            "spec.managedBy",
            "spec.successPolicy");
    private static final ImmutableFields TEMPLATE = ImmutableFields.of(RULE, "spec.template");

    @Override
    public void check(Update update, Findings findings) {
        FIELDS.check(update, findings);
        if (!update.old("spec", "suspend").asBoolean()) {
            TEMPLATE.check(update, findings);
        }
        JsonNode now = update.now("spec", "completions");
        if (!update.keeps("spec", "completions") && !scaledAsAWhole(update)) {
            findings.invalid(
                    COMPLETIONS,
                    FieldPath.of("spec", "completions"),
                    now.isNumber() ? now.asLong() : null,
                    "may change only of an Indexed Job, together with parallelism and to the same number");
        }
    }

    private static boolean scaledAsAWhole(Update update) {
        return update.now("spec", "completionMode").asText().equals("Indexed")
                && update.old("spec", "completions").isNumber()
                && update.now("spec", "completions").equals(update.now("spec", "parallelism"));
    }
}
