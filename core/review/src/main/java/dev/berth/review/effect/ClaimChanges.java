package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
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
                            condition(change.object(), trees)
                                    + "he volume grows, and then its file system: while mounted if the driver supports"
                                    + " that, otherwise on the next start of the pod. It cannot shrink again.",
                            isKnown(change.object(), trees)
                                    ? ""
                                    : "Check the class of the claim first: kubectl get storageclass."));
        }
    }

    /** The API server refuses growth if the class forbids it, and only the trees are known here. */
    private static String condition(TreeObject claim, Trees trees) {
        if (isKnown(claim, trees)) {
            return "T";
        }
        JsonNode name = claim.at("spec", "storageClassName");
        return (name.isTextual() ? "The class " + name.asText() + " is" : "The class of the claim is")
                + " not in the trees. The API server refuses the change unless the class has allowVolumeExpansion: true."
                + " If it has, t";
    }

    private static boolean isKnown(TreeObject claim, Trees trees) {
        JsonNode name = claim.at("spec", "storageClassName");
        return name.isTextual() && trees.storageClass(name.asText()).isPresent();
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
