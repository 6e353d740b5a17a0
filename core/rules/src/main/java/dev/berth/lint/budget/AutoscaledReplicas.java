package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.jspecify.annotations.Nullable;

/** An autoscaler and the manifest of its workload that both set the number of pods. */
final class AutoscaledReplicas extends SetRule {

    AutoscaledReplicas() {
        super(
                Level.WARNING,
                new Rule("autoscaled-replicas", "reconcileAutoscaler", "pkg/controller/podautoscaler/horizontal.go"),
                "Each apply sets the number back, and the autoscaler changes it again.",
                "Remove replicas from the workload.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (ScaledWorkload scaled : ScaledWorkload.all(set)) {
            Integer replicas = replicas(scaled.workload());
            if (replicas != null) {
                report.invalid(
                        this,
                        scaled.autoscaler(),
                        "spec.scaleTargetRef.name",
                        scaled.workload().getKind() + " \"" + ObjectSet.name(scaled.workload())
                                + "\" has its own number of replicas, " + replicas + ".");
            }
        }
    }

    private static @Nullable Integer replicas(HasMetadata workload) {
        if (workload instanceof StatefulSet set && set.getSpec() != null) {
            return set.getSpec().getReplicas();
        }
        return workload instanceof Deployment deployment && deployment.getSpec() != null
                ? deployment.getSpec().getReplicas()
                : null;
    }
}
