package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.regex.Pattern;

/** A volume that is mounted over the whole file system of the container. */
final class MountAtRoot extends ContainerRule {
    private static final Pattern ROOT = Pattern.compile("/+(?:\\./*)*");

    MountAtRoot() {
        super(
                Level.ERROR,
                new Rule("mount-at-root", "makeMounts", "pkg/kubelet/kubelet_pods.go"),
                "The volume hides every file of the image, so the container runtime refuses to start the container.",
                "Mount it at a directory.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            String path = mounts.get(i) == null ? null : mounts.get(i).getMountPath();
            if (path != null && ROOT.matcher(path).matches()) {
                report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".volumeMounts[" + i + "].mountPath",
                        "Container \"" + place.container().getName() + "\" mounts \""
                                + mounts.get(i).getName() + "\" at \"" + path + "\".");
            }
        }
    }
}
