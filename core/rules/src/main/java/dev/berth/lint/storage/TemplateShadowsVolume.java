package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;

/** A volume of the pod with the same name as a claim template. */
public final class TemplateShadowsVolume extends StatefulSetRule {

    public TemplateShadowsVolume() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-template-shadows-volume",
                        "updateStorage",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "The claim silently replaces the volume.",
                "Rename one of them.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        List<Volume> volumes = PodOwner.orEmpty(workload.pod().spec().getVolumes());
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            if (volume != null && volume.getName() != null && workload.hasClaimTemplate(volume.getName())) {
                String field = workload.pod().specPath() + ".volumes[" + i + "].name";
                String detail = "A claim template has the name \"" + volume.getName() + "\" too.";
                if (isPlaceholder(volume)) {
                    report.at(Level.NOTE).invalid(this, workload.object(), field, detail, "Remove the entry.");
                } else {
                    report.invalid(this, workload.object(), field, detail);
                }
            }
        }
    }

    /** Returns whether the entry only stands for the claim of the template, as older manifests have it. */
    private static boolean isPlaceholder(Volume volume) {
        return volume.getPersistentVolumeClaim() != null
                || volume.getEmptyDir() != null
                || volume.equals(new VolumeBuilder().withName(volume.getName()).build());
    }
}
