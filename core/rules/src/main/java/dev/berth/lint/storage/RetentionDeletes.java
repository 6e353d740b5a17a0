package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;

/** A StatefulSet that deletes claims automatically. */
public final class RetentionDeletes extends StatefulSetRule {

    public RetentionDeletes() {
        super(
                Level.WARNING,
                new Rule(
                        "claim-retention-deletes",
                        "updateClaimOwnerRefForSetAndPod",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "The disks are deleted with the replica or the StatefulSet, and so is their data.",
                "Use Retain if the data is worth more than the disk.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        var policy = ((StatefulSet) workload.object()).getSpec().getPersistentVolumeClaimRetentionPolicy();
        if (policy == null || workload.claimTemplates().isEmpty()) {
            return;
        }
        String path = "spec.persistentVolumeClaimRetentionPolicy.";
        if ("Delete".equals(policy.getWhenScaled())) {
            report.invalid(
                    this,
                    workload.object(),
                    path + "whenScaled",
                    "Scaling down deletes the claims of the removed replicas.");
        }
        if ("Delete".equals(policy.getWhenDeleted())) {
            report.invalid(
                    this,
                    workload.object(),
                    path + "whenDeleted",
                    "Deleting the StatefulSet deletes all of its claims.");
        }
    }
}
