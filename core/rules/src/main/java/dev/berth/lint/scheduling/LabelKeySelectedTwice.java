package dev.berth.lint.scheduling;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of {@code matchLabelKeys} that the label selector has too. The API server accepts that in a template. In a pod, it
 * adds the label of the key to the selector, and refuses a key that is then in it twice.
 */
final class LabelKeySelectedTwice extends WorkloadRule {

    LabelKeySelectedTwice() {
        super(
                Level.ERROR,
                new Rule(
                        "label-key-selected-twice",
                        "ValidateMatchLabelKeysAndMismatchLabelKeys",
                        "pkg/apis/core/validation/validation.go"),
                "The API server refuses each pod, so none is created.",
                "Remove the key from matchLabelKeys or from labelSelector.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        if (workload.object() instanceof Pod) {
            return;
        }
        AffinityTerm.ofAffinity(workload).forEach(found -> check(workload, found, report));
        AffinityTerm.ofAntiAffinity(workload).forEach(found -> check(workload, found, report));
        List<TopologySpreadConstraint> constraints =
                PodOwner.orEmpty(workload.pod().spec().getTopologySpreadConstraints());
        for (int i = 0; i < constraints.size(); i++) {
            TopologySpreadConstraint constraint = constraints.get(i);
            if (constraint != null) {
                check(
                        workload,
                        workload.pod().specPath() + ".topologySpreadConstraints[" + i + "]",
                        constraint.getMatchLabelKeys(),
                        constraint.getLabelSelector(),
                        report);
            }
        }
    }

    private void check(PodOwner workload, AffinityTerm found, LintReport report) {
        check(
                workload,
                found.path(),
                found.term().getMatchLabelKeys(),
                found.term().getLabelSelector(),
                report);
    }

    /** The API server adds only labels that the pod has. */
    private void check(
            PodOwner workload,
            String path,
            @Nullable List<String> given,
            @Nullable LabelSelector selector,
            LintReport report) {
        List<String> keys = PodOwner.orEmpty(given);
        for (int i = 0; selector != null && i < keys.size(); i++) {
            if (workload.pod().labels().containsKey(keys.get(i)) && selects(selector, keys.get(i))) {
                report.invalid(
                        this,
                        workload.object(),
                        path + ".matchLabelKeys[" + i + "]",
                        "The labelSelector beside it selects \"" + keys.get(i) + "\" too.");
            }
        }
    }

    private static boolean selects(LabelSelector selector, String key) {
        return (selector.getMatchLabels() != null && selector.getMatchLabels().containsKey(key))
                || PodOwner.orEmpty(selector.getMatchExpressions()).stream()
                        .anyMatch(expression -> expression != null && key.equals(expression.getKey()));
    }
}
