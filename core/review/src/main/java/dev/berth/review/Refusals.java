package dev.berth.review;

import dev.berth.finding.Finding;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.server.ServerAnswer;
import dev.berth.rules.server.UpdateValidation;
import dev.berth.rules.update.Surroundings;
import java.util.List;
import java.util.Map;

/** What the API server refuses on update, with the server's coarse field path narrowed to the fields that changed. */
final class Refusals {
    /** Server paths that omit a step, or that are not a field of a manifest. */
    private static final Map<String, String> FIELDS = Map.of(
            "nodeAffinity", "spec.nodeAffinity",
            "spec.clusterIPs[0]", "spec.clusterIP",
            "spec.persistentvolumesource", "spec",
            "spec.resources.requests.storage", "spec.resources.requests[storage]",
            "volumeMode", "spec.volumeMode");

    /** A cluster about which only the trees are known: objects that they do not contain may exist. */
    private static final ClusterFacts ANY_CLUSTER = ClusterFacts.unknown();

    private static final String REJECTED =
            "The API server refuses the whole update of the object, including changes that it would accept.";

    private final ServerAnswer server;
    private final CustomRefusals custom;

    Refusals(Surroundings surroundings, CustomRefusals custom) {
        this.server = new ServerAnswer(ANY_CLUSTER, surroundings);
        this.custom = custom;
    }

    void check(Transition change, Outcome outcome) {
        if (change.isCreation()) {
            List<Finding> refusals = custom.toCreation(change.object())
                    .orElseGet(() -> server.toCreation(change.object().body()));
            for (Finding refusal : refusals) {
                outcome.refused(refusal, new FieldChange(refusal.field(), null, null), "The object is not created.");
            }
        } else if (change.isUpdate()) {
            update(change, outcome);
        }
    }

    private void update(Transition change, Outcome outcome) {
        TreeObject before = change.before().orElseThrow();
        TreeObject after = change.after().orElseThrow();
        List<Finding> refusals = custom.toUpdate(before, after)
                .orElseGet(() -> server.toApply(change.id(), before.body(), before.effective(), after.body()));
        for (Finding refusal : refusals) {
            outcome.refused(refusal, RefusedFields.of(refusal.field(), culprits(change, refusal)), REJECTED);
        }
    }

    private static List<FieldChange> culprits(Transition change, Finding refusal) {
        String path = FIELDS.getOrDefault(refusal.field(), refusal.field());
        List<FieldChange> exact = change.within(path);
        // A field that stays may contradict one beside it that changes, such as the type of a strategy.
        for (String at = path; exact.isEmpty() && at.lastIndexOf('.') > at.indexOf('.'); exact = change.within(at)) {
            at = at.substring(0, at.lastIndexOf('.'));
        }
        return exact.size() == 1
                ? exact
                : exact.stream()
                        .filter(field -> !UpdateValidation.mayChange(change.id(), field.path()))
                        .toList();
    }
}
