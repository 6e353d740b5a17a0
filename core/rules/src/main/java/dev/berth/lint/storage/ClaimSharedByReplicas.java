package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;

/** A claim for one node that several replicas mount. */
public final class ClaimSharedByReplicas extends SetRule {

    public ClaimSharedByReplicas() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-shared-by-replicas",
                        "attachDesiredVolumes",
                        "pkg/controller/volume/attachdetach/reconciler/reconciler.go"),
                "Replicas on other nodes wait forever for the volume, and replicas on the same node write the same"
                        + " files.",
                "Use a claim template, which creates a claim for each replica, or ReadWriteMany.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (ClaimUse use : ClaimUse.all(set)) {
            if (use.workload().isController() && use.workload().replicas() > 1 && use.isForOneNode()) {
                report.invalid(
                        this,
                        use.workload().object(),
                        use.path(),
                        use.inWords() + ", and "
                                + (use.workload().object() instanceof DaemonSet
                                        ? "a pod on each node mounts it."
                                        : use.workload().replicas() + " replicas mount it."));
            }
        }
    }
}
