package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** A StorageClass for disks in one zone that does not wait for the pod. */
public final class BindingModeLeftOut extends SetRule {

    public BindingModeLeftOut() {
        super(
                Level.WARNING,
                new Rule("class-binding-mode-left-out", "SetDefaults_StorageClass", "pkg/apis/storage/v1/defaults.go"),
                "The disk is provisioned before the pod is scheduled, perhaps in a zone where the pod cannot run.",
                "Set volumeBindingMode: WaitForFirstConsumer.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (StorageClass storageClass : set.all(StorageClass.class)) {
            String provisioner = storageClass.getProvisioner();
            if (storageClass.getVolumeBindingMode() == null
                    && provisioner != null
                    && StorageDrivers.isZonal(provisioner)) {
                report.required(this, storageClass, "volumeBindingMode", "It is not set, and defaults to Immediate.");
            }
        }
    }
}
