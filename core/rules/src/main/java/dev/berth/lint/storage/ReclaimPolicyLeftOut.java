package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** A class that does not say what becomes of a volume whose claim is deleted. */
public final class ReclaimPolicyLeftOut extends SetRule {

    /** Makes the rule. */
    public ReclaimPolicyLeftOut() {
        super(
                Level.WARNING,
                new Rule(
                        "class-reclaim-policy-left-out", "SetDefaults_StorageClass", "pkg/apis/storage/v1/defaults.go"),
                "The policy is Delete: whoever deletes a claim deletes its disk.",
                "Write reclaimPolicy: Retain, or Delete where that is meant.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (StorageClass storageClass : set.all(StorageClass.class)) {
            String policy = storageClass.getReclaimPolicy();
            if (policy == null && !StorageDrivers.NO_PROVISIONER.name().equals(storageClass.getProvisioner())) {
                report.required(this, storageClass, "reclaimPolicy", "No policy is given.");
            }
        }
    }
}
