package dev.berth.review.runbook;

import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Removes the settings of rolling updates from a workload that no longer uses them. The API server set them when the object
 * was created. They stay if they were never in the manifest, and an apply that keeps them is refused. Without {@code
 * --server-side}, kubectl removes them from a Deployment ({@code patchStrategy:"retainKeys"} of its {@code strategy} in
 * {@code staging/src/k8s.io/api/apps/v1/types.go}), but not from a StatefulSet.
 */
final class PatchStrategy {
    private static final Map<String, String> STRATEGIES =
            Map.of("StatefulSet", "updateStrategy", "Deployment", "strategy");

    private PatchStrategy() {}

    /** Returns the runbook; empty if the strategy is not what the server refuses. */
    static Optional<Runbook> of(Transition change) {
        String field = STRATEGIES.get(change.kind());
        if (field == null
                || change.change("spec." + field + ".type").isEmpty()
                || !change.now("spec", field, "rollingUpdate").isObject()) {
            return Optional.empty();
        }
        String kind = change.kind().toLowerCase(Locale.ROOT);
        String type = change.now("spec", field, "type").asText();
        String patch = "{\"spec\":{\"" + field + "\":{\"type\":\"" + type + "\",\"rollingUpdate\":null}}}";
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                Phase.PREPARE,
                "Change the strategy, and remove rollingUpdate, which the API server set when the object was created. No"
                        + " pod is replaced.",
                new Kubectl(change.id().namespace()).patch(kind, change.id().name(), patch)));
        steps.addAll(Started.applied(change.object(), "Apply the change."));
        steps.add(Step.read(Phase.AFTERWARDS, "The way back: apply the old tree."));
        return Optional.of(Runbook.of(change.id(), "Change the strategy of the " + change.kind(), steps));
    }
}
