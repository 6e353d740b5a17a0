package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClass;
import java.util.Map;
import java.util.Optional;

/** A pod template with an overhead that is not the one of its RuntimeClass. */
final class OverheadWithoutClass extends WorkloadRule {

    OverheadWithoutClass() {
        super(
                Level.ERROR,
                new Rule(
                        "overhead-without-class", "validateOverhead", "plugin/pkg/admission/runtimeclass/admission.go"),
                "Admission refuses each pod, so none is created.",
                "Remove the field: a pod gets the overhead of its RuntimeClass.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Map<String, Quantity> given = workload.pod().spec().getOverhead();
        if (given != null && !given.isEmpty() && !(workload.object() instanceof Pod)) {
            problem(set, workload, given)
                    .ifPresent(detail -> report.invalid(
                            this, workload.object(), workload.pod().specPath() + ".overhead", detail));
        }
    }

    /** Empty if the class is not in the set, so that its overhead is not known. */
    private static Optional<String> problem(ObjectSet set, PodOwner workload, Map<String, Quantity> given) {
        String name = workload.pod().spec().getRuntimeClassName();
        if (name == null || name.isEmpty()) {
            return Optional.of("The pod names no RuntimeClass.");
        }
        return set.find(RuntimeClass.class, workload.object(), "", name)
                .filter(found -> found.getOverhead() == null
                        || !given.equals(found.getOverhead().getPodFixed()))
                .map(found -> "It is not the overhead of RuntimeClass \"" + name + "\".");
    }
}
