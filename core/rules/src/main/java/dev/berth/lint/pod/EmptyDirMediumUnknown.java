package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.VolumeRule;
import io.fabric8.kubernetes.api.model.Volume;

/** An {@code emptyDir} on a medium that does not exist, which the API server does not check. */
public final class EmptyDirMediumUnknown extends VolumeRule {

    public EmptyDirMediumUnknown() {
        super(
                Level.ERROR,
                new Rule("empty-dir-medium-unknown", "setupDir", "pkg/volume/emptydir/empty_dir.go"),
                "The kubelet cannot mount it, and the pod stays in ContainerCreating.",
                "Use Memory or HugePages, or remove it to use the node's disk.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report) {
        Volume volume = place.volume();
        String medium =
                volume.getEmptyDir() == null ? null : volume.getEmptyDir().getMedium();
        if (medium != null && !medium.isEmpty() && !medium.equals("Memory") && !medium.startsWith("HugePages")) {
            report.invalid(
                    this, workload.object(), place.path() + ".emptyDir.medium", "\"" + medium + "\" is not a medium.");
        }
    }
}
