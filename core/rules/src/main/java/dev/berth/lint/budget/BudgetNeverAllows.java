package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** A disruption budget that never allows an eviction. */
final class BudgetNeverAllows extends BudgetRule {

    BudgetNeverAllows() {
        super(
                Level.ERROR,
                new Rule("budget-never-allows", "getExpectedPodCount", "pkg/controller/disruption/disruption.go"),
                "Every eviction is refused, so draining a node never ends.",
                "Allow one unavailable pod: maxUnavailable: 1.");
    }

    @Override
    void check(ObjectSet set, PodDisruptionBudget budget, LintReport report) {
        IntOrString available = budget.getSpec().getMinAvailable();
        IntOrString unavailable = budget.getSpec().getMaxUnavailable();
        int replicas = BudgetedPods.replicas(set, budget);
        if (available == null && unavailable == null) {
            report.required(this, budget, "spec", "Neither minAvailable nor maxUnavailable is set.");
        } else if (unavailable != null && amount(unavailable, 1) == 0) {
            report.invalid(this, budget, "spec.maxUnavailable", "It is " + text(unavailable) + ".");
        } else if (available != null && keepsAll(available, replicas)) {
            String of = replicas == 0 ? "" : " of " + replicas + " pods";
            report.invalid(this, budget, "spec.minAvailable", "It is " + text(available) + of + ".");
        }
    }

    private static boolean keepsAll(IntOrString available, int replicas) {
        boolean all = available.getStrVal() != null && amount(available, 100) >= 100;
        return all || (replicas > 0 && amount(available, replicas) >= replicas);
    }

    /**
     * Returns the amount, with a percentage rounded up as the controller does; -1 for what is neither a number nor a
     * percentage.
     */
    private static long amount(IntOrString value, int total) {
        if (value.getIntVal() != null) {
            return value.getIntVal();
        }
        String text = value.getStrVal();
        return text != null && text.matches("[0-9]{1,9}%")
                ? (Long.parseLong(text.substring(0, text.length() - 1)) * total + 99) / 100
                : -1;
    }

    private static String text(IntOrString value) {
        return value.getIntVal() == null ? value.getStrVal() : value.getIntVal().toString();
    }
}
