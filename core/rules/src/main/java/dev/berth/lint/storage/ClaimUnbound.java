package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import dev.berth.rules.binding.Reasons;

/** A claim that no volume of the set serves, though one is meant to. */
public final class ClaimUnbound extends SetRule {

    /** Makes the rule. */
    public ClaimUnbound() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-unbound", "syncUnboundClaim", "pkg/controller/volume/persistentvolume/pv_controller.go"),
                "The claim stays Pending, or gets a new empty volume in place of the one that is meant " + "for it.",
                "Make the claim and the volume agree.");
    }

    /** More volumes than these are counted and not listed. */
    private static final int LISTED = 5;

    @Override
    public void check(ObjectSet set, Report report) {
        SetBindings bindings = SetBindings.of(set);
        for (SetBindings.Result result : SetBindings.results(set)) {
            if (bindings.isBroken(set, result)) {
                DeclaredClaim declared = result.declared();
                report.invalid(this, declared.object(), declared.path(), detail(bindings, result));
            }
        }
    }

    private static String detail(SetBindings bindings, SetBindings.Result result) {
        Reasons reasons = bindings.reasons(result, LISTED);
        int all = result.declared().claims().size();
        String count = all == 1 ? "" : result.notBound() + " of " + all + " claims find no volume. ";
        String more = reasons.more() > 0 ? " And " + reasons.more() + " more." : "";
        return count + String.join(" ", reasons.lines()) + more;
    }
}
