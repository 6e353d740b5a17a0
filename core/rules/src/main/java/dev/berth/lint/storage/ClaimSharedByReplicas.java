package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerImage;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;

/** A claim for one node that several replicas mount. */
public final class ClaimSharedByReplicas extends ClaimUseRule {

    public ClaimSharedByReplicas() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-shared-by-replicas",
                        "attachDesiredVolumes",
                        "pkg/controller/volume/attachdetach/reconciler/reconciler.go"),
                "Replicas on other nodes wait forever for the volume, and replicas on the same node write the same"
                        + " files.",
                "Use a claim template, which creates a claim for each replica, or ReadWriteMany.");
    }

    @Override
    void check(ObjectSet set, ClaimUse use, LintReport report) {
        PodOwner workload = use.workload();
        if (!workload.isController() || workload.replicas() < 2 || !use.isForOneNode()) {
            return;
        }
        String detail = use.inWords() + ", and "
                + (workload.object() instanceof DaemonSet
                        ? "a pod on each node mounts it."
                        : workload.replicas() + " replicas mount it.");
        if (isCertain(set, use)) {
            report.invalid(this, workload.object(), use.path(), detail);
        } else {
            report.risk(
                    this,
                    workload.object(),
                    use.path(),
                    detail
                            + " Replicas that are placed on other nodes wait forever for the volume, and replicas on"
                            + " the same node write the same files.");
        }
    }

    /** Programs that only read the files can share them on one node; servers of databases cannot. */
    private static boolean isCertain(ObjectSet set, ClaimUse use) {
        return use.isForOnePod()
                || use.workload().object() instanceof DaemonSet
                || use.workload().containers().stream()
                        .flatMap(place -> ContainerImage.of(set, place.container()).stream())
                        .anyMatch(image -> image.known().isPresent());
    }
}
