package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** A StorageClass without a provisioner that does not wait for the pod. */
public final class LocalClassImmediate extends ObjectRule<StorageClass> {

    public LocalClassImmediate() {
        super(
                StorageClass.class,
                Level.ERROR,
                new Rule(
                        "class-without-provisioner-immediate",
                        "IsDelayBindingMode",
                        "staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go"),
                "A claim is bound to a volume on some node before the pod is scheduled, perhaps a node where the pod"
                        + " cannot run.",
                "Set volumeBindingMode: WaitForFirstConsumer.");
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        if (StorageDrivers.NO_PROVISIONER.name().equals(storageClass.getProvisioner())
                && !"WaitForFirstConsumer".equals(storageClass.getVolumeBindingMode())) {
            report.invalid(this, storageClass, "volumeBindingMode", "The mode is Immediate.");
        }
    }
}
