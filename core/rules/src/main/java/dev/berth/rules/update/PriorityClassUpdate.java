package dev.berth.rules.update;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** A PriorityClass keeps its value and its policy, as the Pods that carry them do. */
public final class PriorityClassUpdate implements UpdateRule {
    private static final String FUNCTION = "ValidatePriorityClassUpdate";
    private static final String FILE = "pkg/apis/scheduling/validation/validation.go";
    private static final Rule VALUE = new Rule("priorityclass-value", FUNCTION, FILE);
    private static final ImmutableFields POLICY =
            ImmutableFields.of(new Rule("priorityclass-policy", FUNCTION, FILE), "preemptionPolicy");

    @Override
    public void check(Update update, Findings findings) {
        if (!update.keeps("value")) {
            findings.forbidden(VALUE, FieldPath.of("value"), "keeps the value that the class was created with");
        }
        POLICY.check(update, findings);
    }
}
