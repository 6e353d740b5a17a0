package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.PersistentVolume;

/** A volume with the reclaim policy Recycle. */
public final class VolumeRecycled extends ObjectRule<PersistentVolume> {

    public VolumeRecycled() {
        super(
                PersistentVolume.class,
                Level.ERROR,
                new Rule(
                        "volume-recycled",
                        "recycleVolumeOperation",
                        "pkg/controller/volume/persistentvolume/pv_controller.go"),
                "When the claim is deleted, all files are deleted, and the empty volume can be bound to another claim.",
                "Set persistentVolumeReclaimPolicy: Retain.");
    }

    @Override
    protected void check(ObjectSet set, PersistentVolume volume, LintReport report) {
        if (volume.getSpec() != null && "Recycle".equals(volume.getSpec().getPersistentVolumeReclaimPolicy())) {
            report.invalid(this, volume, "spec.persistentVolumeReclaimPolicy", "The policy is Recycle.");
        }
    }
}
