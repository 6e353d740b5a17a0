package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.VolumeRule;
import io.fabric8.kubernetes.api.model.Volume;

/** A {@code hostPath} that is not absolute, which the API server does not check. */
public final class HostPathRelative extends VolumeRule {

    public HostPathRelative() {
        super(
                Level.ERROR,
                new Rule(
                        "host-path-relative", "validateHostPathVolumeSource", "pkg/apis/core/validation/validation.go"),
                "The container runtime refuses to mount it, and the container does not start.",
                "Use an absolute path.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report) {
        Volume volume = place.volume();
        String path = volume.getHostPath() == null ? null : volume.getHostPath().getPath();
        if (path != null && !path.isEmpty() && !isAbsolute(path)) {
            report.invalid(this, workload.object(), place.path() + ".hostPath.path", "\"" + path + "\" is relative.");
        }
    }

    /** Also on a node with Windows: {@code C:\data}, {@code \\.\pipe\name} and {@code \\server\share}. */
    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("\\") || path.matches("[A-Za-z]:.*");
    }
}
