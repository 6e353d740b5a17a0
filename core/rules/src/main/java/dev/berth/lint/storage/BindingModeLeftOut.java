package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** A class of disks that live in one zone, and that does not wait for the pod. */
public final class BindingModeLeftOut extends SetRule {

    /** Makes the rule. */
    public BindingModeLeftOut() {
        super(
                Level.WARNING,
                new Rule("class-binding-mode-left-out", "SetDefaults_StorageClass", "pkg/apis/storage/v1/defaults.go"),
                "The disk is made before the pod has a node, perhaps in a zone where the pod cannot run.",
                "Write volumeBindingMode: WaitForFirstConsumer.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (StorageClass storageClass : set.all(StorageClass.class)) {
            String provisioner = storageClass.getProvisioner();
            if (storageClass.getVolumeBindingMode() == null
                    && provisioner != null
                    && StorageDrivers.isZonal(provisioner)) {
                report.required(this, storageClass, "volumeBindingMode", "It is left out, which means Immediate.");
            }
        }
    }
}
