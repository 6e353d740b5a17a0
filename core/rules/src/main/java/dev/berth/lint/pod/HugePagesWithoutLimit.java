package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.VolumeRule;
import io.fabric8.kubernetes.api.model.Volume;

/** An {@code emptyDir} of huge pages in a pod that has no huge pages. */
final class HugePagesWithoutLimit extends VolumeRule {

    HugePagesWithoutLimit() {
        super(
                Level.ERROR,
                new Rule("huge-pages-without-limit", "setupHugepages", "pkg/volume/emptydir/empty_dir.go"),
                "The kubelet cannot mount the volume, and the pod stays in ContainerCreating.",
                "Add a limit such as hugepages-2Mi to a container, or use medium: Memory.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report) {
        if (isOfHugePages(place.volume()) && !hasLimit(workload)) {
            report.invalid(
                    this,
                    workload.object(),
                    place.path() + ".emptyDir.medium",
                    "No container of the pod has a limit for huge pages.");
        }
    }

    private static boolean hasLimit(PodOwner workload) {
        return workload.containers().stream()
                .map(place -> place.container().getResources())
                .anyMatch(resources -> resources != null
                        && resources.getLimits() != null
                        && resources.getLimits().keySet().stream()
                                .anyMatch(resource -> resource.startsWith("hugepages-")));
    }

    private static boolean isOfHugePages(Volume volume) {
        String medium =
                volume.getEmptyDir() == null ? null : volume.getEmptyDir().getMedium();
        return medium != null && medium.startsWith("HugePages");
    }
}
