package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;

/** A {@code dataSourceRef} to another namespace, which is behind an alpha feature gate. */
public final class DataSourceInOtherNamespace extends DeclaredClaimRule {

    public DataSourceInOtherNamespace() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-data-source-in-other-namespace",
                        "DropDisabledFields",
                        "pkg/api/persistentvolumeclaim/util.go"),
                "The field is dropped, and an empty volume is provisioned.",
                "Move the source to the namespace of the claim.");
    }

    @Override
    protected void check(ObjectSet set, DeclaredClaim declared, LintReport report) {
        var source = declared.spec().getDataSourceRef();
        if (source != null
                && source.getNamespace() != null
                && !source.getNamespace().isEmpty()) {
            report.invalid(
                    this,
                    declared.object(),
                    declared.path() + ".dataSourceRef.namespace",
                    "The source is in namespace \"" + source.getNamespace() + "\".");
        }
    }
}
