package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;
import java.util.Set;

/** A StatefulSet is scaled down, and its claims are deleted or stay unused. */
final class FewerPods implements EffectRule {
    private static final String FILE = "pkg/controller/statefulset/stateful_set_utils.go";
    private static final Rule DELETED = new Rule("scale-down-deletes-claims", "updateClaimOwnerRefForSetAndPod", FILE);
    private static final Rule KEPT =
            new Rule("scale-down-keeps-claims", "getPersistentVolumeClaimRetentionPolicy", FILE);
    private static final Rule STOPPED =
            new Rule("scale-to-zero", "performUpdate", "pkg/controller/statefulset/stateful_set_control.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        List<FieldChange> fields = change.changes().stream()
                .filter(field -> field.path().equals("spec.replicas") || field.isWithin("spec.ordinals"))
                .toList();
        if (!change.kind().equals("StatefulSet") || !change.isUpdate() || fields.isEmpty()) {
            return;
        }
        SetClaims before = new SetClaims(change.before().orElseThrow());
        SetClaims after = new SetClaims(change.after().orElseThrow());
        Set<Integer> staying = after.ordinals();
        List<String> pods = before.ordinals().stream()
                .filter(ordinal -> !staying.contains(ordinal))
                .map(before::pod)
                .toList();
        if (pods.isEmpty()) {
            return;
        }
        FieldChange field = fields.get(0);
        List<String> claims = before.of(ordinal -> !staying.contains(ordinal));
        if (staying.isEmpty()) {
            outcome.add(
                    Effect.RESTART,
                    STOPPED,
                    field,
                    "The service stops: " + Names.list(pods) + (pods.size() == 1 ? " is" : " are")
                            + " deleted and not replaced.",
                    "");
        }
        if (claims.isEmpty()) {
            return;
        }
        boolean onePod = pods.size() == 1;
        boolean oneClaim = claims.size() == 1;
        String gone = (onePod ? "pod " : "pods ") + Names.list(pods);
        String theirs = (oneClaim ? " claim " : " claims ") + Names.list(claims);
        if (after.deletesWhenScaled()) {
            outcome.add(
                    Effect.DATA_LOSS,
                    DELETED,
                    field,
                    claims,
                    "whenScaled is Delete: together with the " + gone + (onePod ? " its" : " their") + theirs
                            + (oneClaim
                                    ? " is deleted, and so is its volume"
                                    : " are deleted, and so are their volumes")
                            + " if the reclaim policy is Delete.",
                    "Set whenScaled to Retain before scaling down, or set the volumes to Retain.");
        } else if (!staying.isEmpty()) {
            outcome.add(
                    Effect.DATA_LOSS,
                    KEPT,
                    field,
                    claims,
                    "The " + gone + (onePod ? " is deleted. Its" : " are deleted. Their") + theirs
                            + (oneClaim ? " stays" : " stay") + ", unused but billed, and a later scale-up mounts "
                            + (oneClaim ? "it" : "them") + " with today's data.",
                    "Remove the members from the database cluster first; delete the claims once their data is no"
                            + " longer needed.");
        }
    }
}
