package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** From now on, a StatefulSet deletes its claims when it is scaled down or deleted. */
final class RetentionTurnsToDelete implements EffectRule {
    private static final String FILE = "pkg/controller/statefulset/stateful_set_utils.go";
    private static final Rule DELETED = new Rule("retention-when-deleted", "updateClaimOwnerRefForSetAndPod", FILE);
    private static final Rule SCALED = new Rule("retention-when-scaled", "updateClaimOwnerRefForSetAndPod", FILE);
    private static final String PATH = "spec.persistentVolumeClaimRetentionPolicy.";

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("StatefulSet") || !change.isUpdate()) {
            return;
        }
        SetClaims before = new SetClaims(change.before().orElseThrow());
        SetClaims after = new SetClaims(change.after().orElseThrow());
        String claims = Names.list(after.all());
        if (after.deletesWhenDeleted() && !before.deletesWhenDeleted()) {
            change.change(PATH + "whenDeleted")
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            DELETED,
                            field,
                            after.all(),
                            "This change deletes nothing by itself. After it, deleting or renaming the StatefulSet also"
                                    + " deletes its claims: " + claims + ".",
                            "Keep whenDeleted: Retain for data that exists nowhere else."));
        }
        if (after.deletesWhenScaled() && !before.deletesWhenScaled()) {
            change.change(PATH + "whenScaled")
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            SCALED,
                            field,
                            after.all(),
                            "This change deletes nothing by itself. After it, scaling down also deletes the claims of"
                                    + " the removed pods, of " + claims + ".",
                            "Keep whenScaled: Retain for data that exists nowhere else."));
        }
    }
}
