package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** A StorageClass that does not say what happens to a volume whose claim is deleted. */
public final class ReclaimPolicyLeftOut extends ObjectRule<StorageClass> {

    public ReclaimPolicyLeftOut() {
        super(
                StorageClass.class,
                Level.WARNING,
                new Rule(
                        "class-reclaim-policy-left-out", "SetDefaults_StorageClass", "pkg/apis/storage/v1/defaults.go"),
                "The policy defaults to Delete: deleting a claim deletes its disk.",
                "Set reclaimPolicy: Retain, or Delete if that is intended.");
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        String policy = storageClass.getReclaimPolicy();
        if (policy == null && !StorageDrivers.NO_PROVISIONER.name().equals(storageClass.getProvisioner())) {
            report.required(this, storageClass, "reclaimPolicy", "No policy is set.");
        }
    }
}
