package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;

/** A {@code dataSource} of a kind that the server silently drops. */
public final class DataSourceDropped extends DeclaredClaimRule {

    public DataSourceDropped() {
        super(
                Level.ERROR,
                new Rule("claim-data-source-dropped", "NormalizeDataSources", "pkg/api/persistentvolumeclaim/util.go"),
                "The field is dropped, and an empty volume is provisioned.",
                "Use dataSourceRef, which works with any volume populator.");
    }

    @Override
    protected void check(ObjectSet set, DeclaredClaim declared, LintReport report) {
        TypedLocalObjectReference source = declared.spec().getDataSource();
        if (source != null && declared.spec().getDataSourceRef() == null && !isKept(source)) {
            report.invalid(
                    this,
                    declared.object(),
                    declared.path() + ".dataSource",
                    "A " + source.getKind() + " is neither a PersistentVolumeClaim nor a VolumeSnapshot.");
        }
    }

    private static boolean isKept(TypedLocalObjectReference source) {
        String group = source.getApiGroup() == null ? "" : source.getApiGroup();
        return (group.isEmpty() && "PersistentVolumeClaim".equals(source.getKind()))
                || (group.equals("snapshot.storage.k8s.io") && "VolumeSnapshot".equals(source.getKind()));
    }
}
