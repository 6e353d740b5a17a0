package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Deployment that starts the new pod before the old one has ended, with a claim for one node. */
public final class RollingUpdateDeadlock extends ClaimUseRule {

    public RollingUpdateDeadlock() {
        super(
                Level.ERROR,
                new Rule(
                        "rolling-update-deadlock",
                        "attachDesiredVolumes",
                        "pkg/controller/volume/attachdetach/reconciler/reconciler.go"),
                "The new pod waits for the volume that the old pod uses, and the old pod stays until the new one is"
                        + " ready.",
                "Set strategy.type: Recreate, or use a StatefulSet.");
    }

    @Override
    void check(ObjectSet set, ClaimUse use, LintReport report) {
        if (use.workload().object() instanceof Deployment deployment
                && use.workload().replicas() == 1
                && use.isForOneNode()
                && startsNewFirst(deployment)) {
            report(set, use, deployment, report);
        }
    }

    private void report(ObjectSet set, ClaimUse use, Deployment deployment, LintReport report) {
        String detail = use.inWords() + ", and the update is rolling.";
        if (use.isForOnePod()) {
            report.invalid(this, deployment, "spec.strategy", detail);
        } else if (!use.keepsPodsOnItsNode(set)) {
            report.risk(
                    this,
                    deployment,
                    "spec.strategy",
                    detail
                            + " If the new pod is placed on another node, it waits for the volume that the old pod uses, and"
                            + " the old pod stays until the new one is ready.");
        }
    }

    private static boolean startsNewFirst(Deployment deployment) {
        var strategy = deployment.getSpec().getStrategy();
        if (strategy == null || strategy.getRollingUpdate() == null) {
            return strategy == null || !"Recreate".equals(strategy.getType());
        }
        IntOrString surge = strategy.getRollingUpdate().getMaxSurge();
        boolean none = surge != null && (Objects.equals(surge.getIntVal(), 0) || "0%".equals(surge.getStrVal()));
        return !none && !mayBeUnavailable(strategy.getRollingUpdate().getMaxUnavailable());
    }

    /** Returns whether the only pod may end before the new one is ready: a percentage of one pod is rounded down. */
    private static boolean mayBeUnavailable(@Nullable IntOrString most) {
        if (most == null) {
            return false;
        }
        return most.getIntVal() != null
                ? most.getIntVal() > 0
                : most.getStrVal() != null && most.getStrVal().matches("0*[1-9][0-9]{2,}%");
    }
}
