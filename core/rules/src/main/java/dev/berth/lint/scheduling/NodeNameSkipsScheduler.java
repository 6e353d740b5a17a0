package dev.berth.lint.scheduling;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.Pod;

/** A pod that names its node, with a claim that waits for the scheduler. */
final class NodeNameSkipsScheduler extends WorkloadRule {

    NodeNameSkipsScheduler() {
        super(
                Level.ERROR,
                new Rule(
                        "node-name-skips-scheduler",
                        "shouldBind",
                        "pkg/controller/volume/persistentvolume/pv_controller.go"),
                "A pod with nodeName skips the scheduler, which is what the claim waits for: the claim stays Pending,"
                        + " and the pod never starts.",
                "Use nodeSelector with kubernetes.io/hostname instead of nodeName.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        String node = workload.pod().spec().getNodeName();
        if (node == null || node.isEmpty() || isFromCluster(workload)) {
            return;
        }
        PodClaims.of(set, workload).stream()
                .filter(use -> use.claim().getVolumeName() == null && waits(set, workload, use))
                .findFirst()
                .ifPresent(use -> report.invalid(
                        this,
                        workload.object(),
                        workload.pod().specPath() + ".nodeName",
                        "The pods name node \"" + node + "\", and the class of claim \"" + use.name()
                                + "\" has volumeBindingMode: WaitForFirstConsumer."));
    }

    /** A pod that was read from a cluster names the node that the scheduler chose. */
    private static boolean isFromCluster(PodOwner workload) {
        return workload.object() instanceof Pod pod && pod.getMetadata().getUid() != null;
    }

    private static boolean waits(ObjectSet set, PodOwner workload, PodClaims use) {
        return use.storageClass(set, workload)
                .filter(storageClass -> "WaitForFirstConsumer".equals(storageClass.getVolumeBindingMode()))
                .isPresent();
    }
}
