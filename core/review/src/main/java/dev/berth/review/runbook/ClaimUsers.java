package dev.berth.review.runbook;

import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops the workloads whose pods mount a claim, and starts them again. */
final class ClaimUsers {
    private ClaimUsers() {}

    /** Returns the steps for a claim that changes; workloads that the new tree does not have are not started again. */
    static List<Step> stopAndStart(Transition change, Trees trees) {
        List<Step> steps = new ArrayList<>();
        for (PodTemplate pods :
                trees.podsBefore().mounting(change.id().namespace(), change.id().name())) {
            TreeObject user = pods.owner();
            steps.add(StopPods.of(user));
            Optional<TreeObject> next = trees.after().find(user.id());
            next.ifPresent(object -> steps.addAll(Started.applied(
                    object, "Apply " + object.kind() + " " + object.id().name() + ", which starts its pods again.")));
        }
        return steps;
    }
}
