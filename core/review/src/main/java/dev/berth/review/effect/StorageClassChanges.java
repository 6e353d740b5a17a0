package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** A StorageClass is deleted, becomes or is no longer the default, or forbids expansion. */
final class StorageClassChanges implements EffectRule {
    private static final String RESIZE = "plugin/pkg/admission/storage/persistentvolume/resize/admission.go";
    private static final Rule GONE = new Rule("storageclass-gone", "Validate", RESIZE);
    private static final Rule GROWTH = new Rule("storageclass-growth-off", "Validate", RESIZE);
    private static final Rule DEFAULT = new Rule(
            "storageclass-default-moved", "Admit", "plugin/pkg/admission/storage/storageclass/setdefault/admission.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("StorageClass")) {
            return;
        }
        if (change.isDeletion()) {
            String policy = change.old("reclaimPolicy").asText("Delete");
            outcome.add(
                    Effect.DELETED,
                    GONE,
                    "Volumes that it provisioned stay, and so do their claims; their reclaim policy, " + policy
                            + ", stays as well, so deleting such a claim still "
                            + (policy.equals("Delete") ? "deletes its data" : "leaves its data behind")
                            + ". Claims of this class can no longer grow, and new ones wait forever, including those"
                            + " of pods that a StatefulSet adds.",
                    "Keep the class as long as a claim or a claim template names it.");
        }
        if (!change.isUpdate()) {
            return;
        }
        if (change.old("allowVolumeExpansion").asBoolean()
                && !change.now("allowVolumeExpansion").asBoolean()) {
            change.change("allowVolumeExpansion")
                    .ifPresent(field -> outcome.add(
                            Effect.IN_PLACE,
                            GROWTH,
                            field,
                            "From now on, the API server refuses to expand claims of this class.",
                            "Keep allowVolumeExpansion: true."));
        }
        change.changes().stream()
                .filter(field -> field.path().endsWith("is-default-class]"))
                .findFirst()
                .ifPresent(field -> outcome.add(
                        Effect.IN_PLACE,
                        DEFAULT,
                        field,
                        "Claims without a class get another one from now on, including those that are still waiting."
                                + " Bound claims stay as they are.",
                        "Name the class in every claim whose data matters."));
    }
}
