package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Two mounts at one path that are spelled differently: {@code /data} and {@code /data/}. The server compares texts. */
public final class MountPathDuplicate extends ContainerRule {

    private static final Pattern NEEDLESS_SLASHES = Pattern.compile("/(?=/)|(?<=[^/])/+$");

    public MountPathDuplicate() {
        super(
                Level.ERROR,
                new Rule("mount-path-duplicate", "makeMounts", "pkg/kubelet/kubelet_pods.go"),
                "The container sees only one of the two volumes.",
                "Move one of them.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
        if (mounts.size() < 2) {
            return;
        }
        Map<String, VolumeMount> byPath = new HashMap<>();
        for (int i = 0; i < mounts.size(); i++) {
            VolumeMount mount = mounts.get(i);
            if (mount == null || mount.getMountPath() == null) {
                continue;
            }
            String path = withoutNeedlessSlashes(mount.getMountPath());
            VolumeMount other = byPath.putIfAbsent(path, mount);
            if (other != null && !other.getMountPath().equals(mount.getMountPath())) {
                report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".volumeMounts[" + i + "].mountPath",
                        "Container \"" + place.container().getName() + "\" mounts \"" + other.getName() + "\" at \""
                                + other.getMountPath() + "\", and \"" + mount.getName() + "\" at \""
                                + mount.getMountPath() + "\".");
            }
        }
    }

    private static String withoutNeedlessSlashes(String path) {
        return path.endsWith("/") || path.contains("//")
                ? NEEDLESS_SLASHES.matcher(path).replaceAll("")
                : path;
    }
}
