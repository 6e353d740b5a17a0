package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.util.List;

/** A claim is deleted, would have to be recreated, or grows. */
final class ClaimChanges implements EffectRule {
    private static final String FILE = "pkg/controller/volume/persistentvolume/pv_controller.go";
    private static final Rule GONE = new Rule("claim-gone", "reclaimVolume", FILE);
    private static final Rule REPLACED = new Rule("claim-replaced", "reclaimVolume", FILE);
    private static final Rule GROWS = new Rule("claim-grows", "MarkFSResizeFinished", "pkg/volume/util/resize_util.go");
    private static final String SIZE = "spec.resources.requests[storage]";
    private static final List<String> MAY_CHANGE = List.of(SIZE, "spec.volumeName", "spec.volumeAttributesClassName");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("PersistentVolumeClaim")) {
            return;
        }
        if (change.isDeletion()) {
            String successor = trees.successor(change.object())
                    .map(next -> " " + next.id() + " looks like its new name, and starts empty.")
                    .orElse("");
            outcome.add(
                    Effect.DATA_LOSS,
                    GONE,
                    "The claim is deleted as soon as no pod uses it. " + ReclaimPolicy.of(change.object(), trees)
                            + successor,
                    "Set the volume to Retain before the claim is deleted.");
        } else if (change.isUpdate()) {
            change.within("spec").stream()
                    .filter(field -> MAY_CHANGE.stream().noneMatch(field::isWithin) || isSmaller(field))
                    .findFirst()
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            REPLACED,
                            field,
                            "The new claim is on another volume. "
                                    + ReclaimPolicy.of(change.before().orElseThrow(), trees),
                            "Create a second claim, copy the data, and switch to it."));
            change.change(SIZE)
                    .filter(field -> !isSmaller(field))
                    .ifPresent(field -> outcome.add(
                            Effect.IN_PLACE,
                            GROWS,
                            field,
                            "The volume grows, and then its file system: while mounted if the driver supports that,"
                                    + " otherwise on the next start of the pod. It cannot shrink again.",
                            ""));
        }
    }

    private static boolean isSmaller(FieldChange field) {
        if (!field.path().equals(SIZE) || field.from() == null || field.to() == null) {
            return false;
        }
        try {
            return Quantity.of(field.to().asText())
                            .compareTo(Quantity.of(field.from().asText()))
                    < 0;
        } catch (InvalidValueException refusedByItsOwnRule) {
            return false;
        }
    }
}
