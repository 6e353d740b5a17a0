package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** A PersistentVolume is deleted, loses its claim, or gets another reclaim policy. */
final class VolumeChanges implements EffectRule {
    private static final String FILE = "pkg/controller/volume/persistentvolume/pv_controller.go";
    private static final Rule POLICY = new Rule("volume-reclaim-policy", "reclaimVolume", FILE);
    private static final Rule CLAIM = new Rule("volume-claim-changed", "syncVolume", FILE);
    private static final Rule GONE = new Rule("volume-gone", "syncBoundClaim", FILE);
    private static final Rule MATCHING = new Rule(
            "volume-matching-changed",
            "FindMatchingVolume",
            "staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("PersistentVolume")) {
            return;
        }
        if (change.isDeletion()) {
            outcome.add(
                    Effect.DATA_LOSS,
                    GONE,
                    "The object is deleted as soon as no claim is bound to it. The data stays where it is, but"
                            + " nothing in the cluster refers to it anymore.",
                    "Keep the manifest of the volume: it is the only way back to the data.");
            return;
        }
        change.change("spec.persistentVolumeReclaimPolicy").ifPresent(field -> policy(change, field, outcome));
        change.within("spec.claimRef").stream()
                .filter(field -> field.from() != null)
                .findFirst()
                .ifPresent(field -> outcome.add(
                        Effect.DATA_LOSS,
                        CLAIM,
                        field,
                        change.now("spec", "claimRef").isObject()
                                ? "Another claim gets the volume and its data; the old claim becomes Lost."
                                : "The volume is available with its data: any matching claim may bind to it, and the"
                                        + " old claim becomes Lost.",
                        "Keep claimRef unless the old claim is gone for good."));
        for (String path : new String[] {"spec.capacity", "spec.storageClassName"}) {
            for (FieldChange field : change.within(path)) {
                outcome.add(
                        Effect.IN_PLACE,
                        MATCHING,
                        field,
                        "This only changes which claims may bind to the volume: the disk itself stays as it is, and"
                                + " so does a bound claim.",
                        "");
            }
        }
    }

    private static void policy(Transition change, FieldChange field, Outcome outcome) {
        String policy = change.now("spec", "persistentVolumeReclaimPolicy").asText();
        if (policy.equals("Delete") || policy.equals("Recycle")) {
            outcome.add(
                    Effect.DATA_LOSS,
                    POLICY,
                    field,
                    "This change deletes nothing by itself. After it, the data is "
                            + (policy.equals("Delete") ? "deleted" : "wiped")
                            + " when the claim is deleted.",
                    "Keep Retain for data that exists nowhere else.");
        }
    }
}
