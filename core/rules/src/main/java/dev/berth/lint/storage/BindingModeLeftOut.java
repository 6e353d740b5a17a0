package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** A StorageClass for disks in one zone that does not wait for the pod. */
public final class BindingModeLeftOut extends ObjectRule<StorageClass> {

    public BindingModeLeftOut() {
        super(
                StorageClass.class,
                Level.WARNING,
                new Rule("class-binding-mode-left-out", "SetDefaults_StorageClass", "pkg/apis/storage/v1/defaults.go"),
                "The disk is provisioned before the pod is scheduled, perhaps in a zone where the pod cannot run.",
                "Set volumeBindingMode: WaitForFirstConsumer.");
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        String provisioner = storageClass.getProvisioner();
        if (storageClass.getVolumeBindingMode() == null && provisioner != null && StorageDrivers.isZonal(provisioner)) {
            report.required(this, storageClass, "volumeBindingMode", "It is not set, and defaults to Immediate.");
        }
    }
}
