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
            if (result.binding().isBound() && declared.namedClass() == null) {
                report.required(
                        this,
                        declared.object(),
                        declared.path() + ".storageClassName",
                        "The claim names no class, and PersistentVolume \""
                                + result.binding().volume().orElseThrow() + "\" has none.");
            }
        }
    }
}
