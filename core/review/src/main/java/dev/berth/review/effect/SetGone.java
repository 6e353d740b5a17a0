package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;

/** A StatefulSet is deleted, and its claims are deleted with it or stay unused. */
final class SetGone implements EffectRule {
    private static final String FILE = "pkg/controller/statefulset/stateful_set_utils.go";
    private static final Rule DELETED = new Rule("set-gone-deletes-claims", "updateClaimOwnerRefForSetAndPod", FILE);
    private static final Rule KEPT = new Rule("set-gone-keeps-claims", "getPersistentVolumeClaimName", FILE);

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("StatefulSet") || !change.isDeletion()) {
            return;
        }
        SetClaims set = new SetClaims(change.object());
        List<String> unused = set.all().stream()
                .filter(claim -> set.deletesWhenDeleted()
                        || trees.podsAfter()
                                .mounting(change.id().namespace(), claim)
                                .isEmpty())
                .toList();
        if (unused.isEmpty()) {
            return;
        }
        String claims = Names.list(unused);
        String successor = trees.successor(change.object())
                .map(next -> " " + next.id() + " looks like its new name: claims are found by name, so it starts"
                        + " with new, empty ones.")
                .orElse("");
        if (set.deletesWhenDeleted()) {
            outcome.add(
                    Effect.DATA_LOSS,
                    DELETED,
                    unused,
                    "whenDeleted is Delete: together with the StatefulSet, its claims " + claims
                            + " are deleted, and so are their volumes if the reclaim policy is Delete."
                            + successor,
                    "Set whenDeleted to Retain and apply that first, or set the volumes to Retain.");
        } else {
            outcome.add(
                    Effect.DATA_LOSS,
                    KEPT,
                    unused,
                    "The claims " + claims + " stay with their data, but no pod uses them." + successor,
                    "Keep the old name, or move the volumes to claims with the new names; delete the claims once"
                            + " their data is no longer needed.");
        }
    }
}
