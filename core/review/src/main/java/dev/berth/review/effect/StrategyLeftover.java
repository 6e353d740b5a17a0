package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.Map;

/**
 * A workload no longer uses rolling updates. The settings that the server set for them stay if they were never in the
 * manifest, and an apply that keeps them is refused, although a replacement is accepted. Without {@code --server-side},
 * kubectl removes them from a Deployment ({@code patchStrategy:"retainKeys"} of its {@code strategy} in {@code
 * staging/src/k8s.io/api/apps/v1/types.go}), but not from a StatefulSet. A DaemonSet may keep them.
 */
final class StrategyLeftover implements EffectRule {
    private static final Rule RULE =
            new Rule("strategy-leftover", "ValidateDeploymentStrategy", "pkg/apis/apps/validation/validation.go");
    private static final Map<String, String> STRATEGIES =
            Map.of("StatefulSet", "updateStrategy", "Deployment", "strategy");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        String field = STRATEGIES.get(change.kind());
        if (field == null || !change.isUpdate()) {
            return;
        }
        boolean filledIn = change.old("spec", field, "rollingUpdate").isObject()
                && !change.before()
                        .orElseThrow()
                        .body()
                        .path("spec")
                        .path(field)
                        .has("rollingUpdate");
        String type = change.now("spec", field, "type").asText();
        if (filledIn && !type.equals("RollingUpdate")) {
            change.change("spec." + field + ".type").ifPresent(strategy -> tell(field, type, strategy, outcome));
        }
    }

    private static void tell(String field, String type, FieldChange strategy, Outcome outcome) {
        boolean deployment = field.equals("strategy");
        outcome.add(
                Effect.IN_PLACE,
                RULE,
                strategy,
                "No pod is replaced. The server set " + field + ".rollingUpdate when the object was created, and "
                        + (deployment ? "a server-side apply" : "an apply") + " keeps it: together with " + type
                        + " it is refused.",
                "Use kubectl replace for this one change"
                        + (deployment ? ", or an apply without --server-side." : "."));
    }
}
