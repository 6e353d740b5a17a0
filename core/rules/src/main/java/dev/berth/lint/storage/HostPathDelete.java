package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.Objects;

/** A {@code hostPath} volume outside {@code /tmp} that is to be deleted with its claim. */
public final class HostPathDelete extends ObjectRule<PersistentVolume> {

    public HostPathDelete() {
        super(
                PersistentVolume.class,
                Level.ERROR,
                new Rule("volume-host-path-delete", "newDeleter", "pkg/volume/hostpath/host_path.go"),
                "When the claim is deleted, the volume becomes Failed, because only directories below /tmp are"
                        + " deleted.",
                "Set persistentVolumeReclaimPolicy: Retain.");
    }

    @Override
    protected void check(ObjectSet set, PersistentVolume volume, LintReport report) {
        PersistentVolumeSpec spec = volume.getSpec();
        if (spec != null
                && spec.getHostPath() != null
                && "Delete".equals(spec.getPersistentVolumeReclaimPolicy())
                && !Objects.requireNonNullElse(spec.getHostPath().getPath(), "").matches("/tmp/.+")) {
            report.invalid(
                    this,
                    volume,
                    "spec.persistentVolumeReclaimPolicy",
                    "Delete is not possible for " + spec.getHostPath().getPath() + ".");
        }
    }
}
