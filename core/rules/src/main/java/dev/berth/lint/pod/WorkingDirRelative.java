package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;

/** A working directory that is not an absolute path. */
final class WorkingDirRelative extends ContainerRule {

    WorkingDirRelative() {
        super(
                Level.ERROR,
                new Rule(
                        "working-dir-relative",
                        "generateContainerConfig",
                        "pkg/kubelet/kuberuntime/kuberuntime_container.go"),
                "The container runtime refuses to start the container.",
                "Start the path with a slash.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        String directory = place.container().getWorkingDir();
        if (directory != null && !directory.isEmpty() && !isAbsolute(directory)) {
            report.invalid(
                    this, workload.object(), place.path() + ".workingDir", "\"" + directory + "\" is a relative path.");
        }
    }

    /** A path of Windows starts with a drive or with a backslash; a reference to a variable is not expanded here. */
    private static boolean isAbsolute(String directory) {
        return directory.startsWith("/") || directory.startsWith("\\") || directory.matches("[A-Za-z]:.*");
    }
}
