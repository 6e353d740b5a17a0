package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.List;

/** {@code ValidatePodDisruptionBudget}. */
public final class DisruptionBudgetRules {
    private static final String FILE = "pkg/apis/policy/validation/validation.go";
    private static final List<String> EVICTION = List.of("AlwaysAllow", "IfHealthyBudget");

    private static final Rule BOTH = new Rule("budget-both", "ValidatePodDisruptionBudgetSpec", FILE);
    private static final Rule UNHEALTHY = new Rule("budget-unhealthy-pods", "ValidatePodDisruptionBudgetSpec", FILE);

    private DisruptionBudgetRules() {}

    /** Checks a PodDisruptionBudget; its metadata is only checked if nothing else is wrong. */
    public static void check(PodDisruptionBudget budget, Findings findings) {
        PodDisruptionBudgetSpec spec = budget.getSpec() == null ? new PodDisruptionBudgetSpec() : budget.getSpec();
        FieldPath path = FieldPath.of("spec");
        if (spec.getMinAvailable() != null && spec.getMaxUnavailable() != null) {
            findings.invalid(BOTH, path, "", "minAvailable and maxUnavailable are mutually exclusive");
        }
        Percentages.check(spec.getMinAvailable(), path.child("minAvailable"), findings);
        Percentages.atMost100(spec.getMinAvailable(), path.child("minAvailable"), findings);
        Percentages.check(spec.getMaxUnavailable(), path.child("maxUnavailable"), findings);
        Percentages.atMost100(spec.getMaxUnavailable(), path.child("maxUnavailable"), findings);
        LabelRules.selector(spec.getSelector(), path.child("selector"), findings);
        if (spec.getUnhealthyPodEvictionPolicy() != null) {
            FieldPath at = path.child("unhealthyPodEvictionPolicy");
            findings.oneOf(UNHEALTHY, at, spec.getUnhealthyPodEvictionPolicy(), EVICTION);
        }
        if (findings.isEmpty()) {
            MetadataRules.namespacedWithAnyName(budget.getMetadata(), findings);
        }
    }
}
