package dev.berth.rules.broken.storage;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** A claim that no volume of the set serves, though one is meant to. */
public final class ClaimUnbound extends SetRule {

    /** Makes the rule. */
    public ClaimUnbound() {
        super(
                Severity.BROKEN,
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
        for (SetBindings.Result result : bindings.results()) {
            if (bindings.isBroken(result)) {
                DeclaredClaim declared = result.declared();
                report.invalid(this, declared.object(), declared.path(), detail(result));
            }
        }
    }

    private static String detail(SetBindings.Result result) {
        List<String> reasons = result.binding().reasons();
        int all = result.declared().claims().size();
        String count = all == 1 ? "" : result.notBound() + " of " + all + " claims find no volume. ";
        String more = reasons.size() > LISTED ? " And " + (reasons.size() - LISTED) + " more." : "";
        return count + reasons.stream().limit(LISTED).collect(Collectors.joining(" ")) + more;
    }
}
