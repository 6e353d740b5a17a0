package dev.berth.rules.update;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** The value and the policy of a PriorityClass cannot change, because its Pods have copies of them. */
public final class PriorityClassUpdate implements UpdateRule {
    private static final String FUNCTION = "ValidatePriorityClassUpdate";
    private static final String FILE = "pkg/apis/scheduling/validation/validation.go";
    private static final Rule VALUE = new Rule("priorityclass-value", FUNCTION, FILE);
    private static final ImmutableFields POLICY =
            ImmutableFields.of(new Rule("priorityclass-policy", FUNCTION, FILE), "preemptionPolicy");

    @Override
    public void check(Update update, Findings findings) {
        if (!update.keeps("value")) {
            findings.forbidden(VALUE, FieldPath.of("value"), "cannot change after the class is created");
        }
        POLICY.check(update, findings);
    }
}
