package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.VolumeRule;
import io.fabric8.kubernetes.api.model.Volume;

/** A volume without a source. */
public final class VolumeWithoutSource extends VolumeRule {

    public VolumeWithoutSource() {
        super(
                Level.ERROR,
                new Rule("volume-without-source", "SetDefaults_Volume", "pkg/apis/core/v1/defaults.go"),
                "It becomes an emptyDir, whose data is lost with the pod.",
                "Add a source, or emptyDir: {} if that is intended.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report) {
        Volume volume = place.volume();
        if (volume.equals(nameOnly(volume))) {
            report.required(
                    this, workload.object(), place.path(), "Volume \"" + volume.getName() + "\" has no source.");
        }
    }

    private static Volume nameOnly(Volume volume) {
        Volume bare = new Volume();
        bare.setName(volume.getName());
        return bare;
    }
}
