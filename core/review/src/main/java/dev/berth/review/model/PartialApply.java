package dev.berth.review.model;

import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster contains after an apply of which the API server refuses a part: the refused objects stay as they were, or
 * are not created, and all the others change. Consequences follow from this mixture.
 *
 * @param before the old tree
 * @param after the new tree, as it is written
 * @param applied the mixture
 * @param refused the objects of the new tree that the server refuses, by identity
 */
public record PartialApply(ObjectTree before, ObjectTree after, ObjectTree applied, Map<ObjectId, TreeObject> refused) {

    /** Returns the mixture for these refused changes. */
    public static PartialApply of(ObjectTree before, ObjectTree after, Collection<Transition> changes) {
        if (changes.isEmpty()) {
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
        return new PartialApply(before, after, ObjectTree.of(objects, Map.of()), refused);
    }
}
