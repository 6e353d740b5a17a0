package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.rules.binding.Binding;
import org.jspecify.annotations.Nullable;

/** A claim with a selector that matches no volume in the set, and whose class provisions volumes. */
public final class SelectorNotProvisioned extends SetRule {

    public SelectorNotProvisioned() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-selector-not-provisioned",
                        "prepareProvision",
                        "pkg/controller/controller.go of kubernetes-csi/external-provisioner"),
                "Provisioners refuse claims with a selector, so the claim stays Pending.",
                "Remove the selector, or declare a volume that matches it.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (SetBindings.Result result : SetBindings.results(set)) {
            DeclaredClaim declared = result.declared();
            if (declared.spec().getSelector() != null
                    && (result.binding().outcome() == Binding.Outcome.PROVISIONED
                            || isExistingClass(set, declared.namedClass(), result.binding()))) {
                report.invalid(
                        this,
                        declared.object(),
                        declared.path() + ".selector",
                        "No volume in the set matches the selector.");
            }
        }
    }

    private static boolean isExistingClass(ObjectSet set, @Nullable String named, Binding binding) {
        return named != null && binding.outcome() == Binding.Outcome.CLASS_MISSING && set.exists("StorageClass", named);
    }
}
