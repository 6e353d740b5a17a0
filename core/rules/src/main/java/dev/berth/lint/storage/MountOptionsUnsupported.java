package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;

/** Mount options on a {@code hostPath} volume, which does not support them. */
public final class MountOptionsUnsupported extends ObjectRule<PersistentVolume> {

    public MountOptionsUnsupported() {
        super(
                PersistentVolume.class,
                Level.ERROR,
                new Rule(
                        "volume-mount-options-unsupported",
                        "GenerateMountVolumeFunc",
                        "pkg/volume/util/operationexecutor/operation_generator.go"),
                "The mount fails, and the pod stays in ContainerCreating.",
                "Remove the options.");
    }

    @Override
    protected void check(ObjectSet set, PersistentVolume volume, LintReport report) {
        PersistentVolumeSpec spec = volume.getSpec();
        if (spec != null
                && spec.getHostPath() != null
                && !PodOwner.orEmpty(spec.getMountOptions()).isEmpty()) {
            report.invalid(
                    this,
                    volume,
                    "spec.mountOptions",
                    spec.getMountOptions() + " cannot be used with a hostPath volume.");
        }
    }
}
