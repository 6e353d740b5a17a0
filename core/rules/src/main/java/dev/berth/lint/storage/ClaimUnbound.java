package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.rules.binding.Reasons;

/** A claim that no volume of the set matches, although one is intended for it. */
public final class ClaimUnbound extends SetRule {

    public ClaimUnbound() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-unbound", "syncUnboundClaim", "pkg/controller/volume/persistentvolume/pv_controller.go"),
                "The claim stays Pending, or gets a new, empty volume instead of the intended one.",
                "Make the claim and the volume match.");
    }

    /** Further volumes are counted and not listed. */
    private static final int LISTED = 5;

    @Override
    public void check(ObjectSet set, LintReport report) {
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
        String count = all == 1 ? "" : result.notBound() + " of " + all + " claims have no matching volume. ";
        String more = reasons.more() > 0 ? " And " + reasons.more() + " more." : "";
        return count + String.join(" ", reasons.lines()) + more;
    }
}
