package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.rules.binding.Reasons;
import java.util.Optional;

/** A claim that no volume in the set matches, although one is intended for it. */
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
                if (set.describesCluster()) {
                    report(bindings, result, report);
                } else {
                    checkInFile(set, bindings, result, report);
                }
            }
        }
    }

    /** In a directory, the claims and volumes of other files may be alternatives. */
    private void checkInFile(ObjectSet set, SetBindings ofAll, SetBindings.Result amongAll, LintReport report) {
        SetBindings ofFile = SetBindings.ofFile(set, amongAll.declared().object());
        Optional<SetBindings.Result> alone = ofFile.result(amongAll.declared());
        if (alone.isEmpty()) {
            return;
        }
        if (alone.get().binding().isBound()) {
            report(ofAll, amongAll, report.at(Level.WARNING));
        } else if (!ofFile.hasVolumes()) {
            ofAll.levelInDirectory(set, amongAll).ifPresent(level -> report(ofAll, amongAll, report.at(Level.WARNING)));
        } else {
            ofFile.levelInDirectory(set, alone.get()).ifPresent(level -> report(ofFile, alone.get(), report.at(level)));
        }
    }

    private void report(SetBindings bindings, SetBindings.Result result, LintReport report) {
        DeclaredClaim declared = result.declared();
        report.invalid(this, declared.object(), declared.path(), detail(bindings, result));
    }

    private static String detail(SetBindings bindings, SetBindings.Result result) {
        Reasons reasons = bindings.reasons(result, LISTED);
        int all = result.declared().claims().size();
        String count = all == 1 ? "" : result.notBound() + " of " + all + " claims have no matching volume. ";
        String more = reasons.more() > 0 ? " And " + reasons.more() + " more." : "";
        return count + String.join(" ", reasons.lines()) + more;
    }
}
