package dev.berth.review.runbook;

import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies the data of a workload that is deleted to the claims of the one that replaces it. */
final class CopyToSuccessor {
    private CopyToSuccessor() {}

    /** Returns the runbook; empty if some data has nowhere to go. */
    static Optional<Runbook> of(Transition change, Trees trees) {
        Optional<TreeObject> successor = trees.successor(change.object());
        if (successor.isEmpty()
                || !StopPods.knows(change.kind())
                || !StopPods.knows(successor.get().kind())) {
            return Optional.empty();
        }
        TreeObject next = successor.get();
        ReplacedVolumes replaced = ReplacedVolumes.of(change.object(), next, trees);
        if (!replaced.lost().isEmpty() || replaced.copies().isEmpty()) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.of(change.object()));
        replaced.copies().forEach(copy -> steps.add(copy.step(change.id().namespace())));
        steps.add(StopPods.andStart(
                next, "Apply the " + next.kind() + ": its pods find the data. The old claims stay as a way back."));
        return Optional.of(new Runbook(change.id(), "Copy the data to " + next.id(), steps));
    }
}
