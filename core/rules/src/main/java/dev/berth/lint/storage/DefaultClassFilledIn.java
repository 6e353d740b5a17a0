package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;

/** A claim and a volume that only bind if the cluster has no default StorageClass. */
public final class DefaultClassFilledIn extends SetRule {

    public DefaultClassFilledIn() {
        super(
                Level.WARNING,
                new Rule(
                        "default-class-filled-in",
                        "Admit",
                        "plugin/pkg/admission/storage/storageclass/setdefault/admission.go"),
                "In a cluster with a default StorageClass, the claim gets that class. It then waits forever for the"
                        + " volume that it names, or gets a new volume instead of this one.",
                "Set storageClassName: \"\" on both.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        if (set.defaultClass().isPresent()) {
            return;
        }
        for (SetBindings.Result result : SetBindings.results(set)) {
            DeclaredClaim declared = result.declared();
            if (result.binding().isBound() && declared.namedClass() == null && isBoundInFile(set, declared)) {
                report.required(
                        this,
                        declared.object(),
                        declared.path() + ".storageClassName",
                        "The claim names no class, and PersistentVolume \""
                                + result.binding().volume().orElseThrow() + "\" has none.");
            }
        }
    }

    /** In a directory, a volume of another directory may be for a claim that is not applied with this one. */
    private static boolean isBoundInFile(ObjectSet set, DeclaredClaim declared) {
        return set.describesCluster()
                || SetBindings.ofFile(set, declared.object())
                        .result(declared)
                        .filter(result -> result.binding().isBound())
                        .isPresent();
    }
}
