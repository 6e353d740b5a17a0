package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.Optional;

/** What happens to the data of a claim when the claim is deleted, as far as the trees show it. */
final class ReclaimPolicy {
    private ReclaimPolicy() {}

    /** Returns one sentence on what happens to the volume of this claim. */
    static String of(TreeObject claim, Trees trees) {
        JsonNode volume = claim.at("spec", "volumeName");
        if (volume.isTextual()) {
            Optional<TreeObject> found = trees.either(new ObjectId("", "PersistentVolume", "", volume.asText()));
            if (found.isPresent()) {
                return sentence(
                        "Volume " + volume.asText(),
                        found.get().at("spec", "persistentVolumeReclaimPolicy").asText("Retain"));
            }
        }
        JsonNode name = claim.at("spec", "storageClassName");
        Optional<TreeObject> found = name.isTextual() ? trees.storageClass(name.asText()) : Optional.empty();
        if (found.isPresent()) {
            return sentence(
                    "Its volume, of class " + name.asText() + ",",
                    found.get().at("reclaimPolicy").asText("Delete"));
        }
        return "The reclaim policy of its volume, which is not in the trees, decides what happens to the data:"
                + " Delete, the default of every class, deletes it.";
    }

    private static String sentence(String volume, String policy) {
        return switch (policy) {
            case "Delete" -> volume + " has reclaim policy Delete: the data is deleted with the claim.";
            case "Recycle" -> volume + " has reclaim policy Recycle: the data is wiped when the claim is deleted.";
            default ->
                volume + " has reclaim policy Retain: the data stays, but a new claim does not find it"
                        + " automatically.";
        };
    }
}
