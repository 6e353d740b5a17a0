package dev.berth.review.model;

import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster contains after an apply: objects that the API server refuses stay as they were, or are not created, objects
 * that nothing deletes stay, and all the others change. Consequences follow from this mixture.
 *
 * @param before the old tree
 * @param after the new tree, as it is written
 * @param applied the mixture
 * @param refused the objects of the new tree that the server refuses, by identity
 */
public record PartialApply(ObjectTree before, ObjectTree after, ObjectTree applied, Map<ObjectId, TreeObject> refused) {

    /** Returns the mixture for these refused changes, and for objects that are in no tree and stay in the cluster. */
    public static PartialApply of(
            ObjectTree before, ObjectTree after, Collection<Transition> changes, Collection<TreeObject> staying) {
        if (changes.isEmpty() && staying.isEmpty()) {
            return new PartialApply(before, after, after, Map.of());
        }
        Map<ObjectId, TreeObject> refused = new HashMap<>();
        changes.forEach(change -> refused.put(change.id(), change.object()));
        List<TreeObject> objects = new ArrayList<>();
        for (TreeObject now : after.objects()) {
            Optional<TreeObject> stays =
                    refused.containsKey(now.id()) ? before.counterpart(now, after) : Optional.of(now);
            stays.ifPresent(objects::add);
        }
        objects.addAll(staying);
        return new PartialApply(before, after, ObjectTree.of(objects, Map.of()), refused);
    }
}
