package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.Set;

/** A disruption budget is deleted, or forbids every eviction. */
final class BudgetChanges implements EffectRule {
    private static final Rule GONE =
            new Rule("budget-gone", "checkAndDecrement", "pkg/registry/core/pod/storage/eviction.go");
    private static final Rule NONE =
            new Rule("budget-allows-nothing", "getExpectedPodCount", "pkg/controller/disruption/disruption.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("PodDisruptionBudget")) {
            return;
        }
        if (change.isDeletion()) {
            outcome.add(
                    Effect.DELETED,
                    GONE,
                    "Nothing limits a node drain anymore: all pods that it covered may be evicted at once.",
                    "Keep the budget, or state in the pull request what replaces it.");
        }
        for (FieldChange field : change.changes()) {
            JsonNode to = field.to();
            if (to != null
                    && ((field.path().equals("spec.maxUnavailable")
                                    && Set.of("0", "0%").contains(to.asText()))
                            || (field.path().equals("spec.minAvailable")
                                    && to.asText().equals("100%")))) {
                outcome.add(
                        Effect.IN_PLACE,
                        NONE,
                        field,
                        "No pod may be evicted from now on: draining a node waits forever, and so does every cluster"
                                + " upgrade.",
                        "Allow at least one.");
            }
        }
    }
}
