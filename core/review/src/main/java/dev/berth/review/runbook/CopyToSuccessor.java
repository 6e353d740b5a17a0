package dev.berth.review.runbook;

import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Copies the data of a workload that is deleted to the claims of the one that replaces it. */
final class CopyToSuccessor {
    private CopyToSuccessor() {}

    /** Returns the runbook; empty if some data has nowhere to go. */
    static Optional<Runbook> of(Transition change, Trees trees) {
        Optional<TreeObject> successor = trees.successor(change.object());
        if (successor.isEmpty()
                || !successor.get().id().namespace().equals(change.id().namespace())
                || !StopPods.knows(change.kind())
                || !StopPods.knows(successor.get().kind())) {
            return Optional.empty();
        }
        TreeObject next = successor.get();
        ReplacedVolumes replaced = ReplacedVolumes.of(change.object(), next, trees);
        if (!replaced.lost().isEmpty() || replaced.copies().isEmpty()) {
            return Optional.empty();
        }
        // The pods of the successor may have written to its claims: nothing may be copied once it exists.
        String applied = new Kubectl(next.id().namespace())
                .call("exists " + next.kind().toLowerCase(Locale.ROOT) + " "
                        + Kubectl.quote(next.id().name()));
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.unless(applied, change.object()));
        replaced.copies().forEach(copy -> steps.add(copy.step(applied)));
        steps.addAll(Started.applied(next, "Apply the " + next.kind() + ": its pods find the data."));
        steps.add(Step.read(
                Phase.AFTERWARDS,
                "The old claims stay as a way back: delete the " + next.kind() + ", and apply the old tree."));
        return Optional.of(Runbook.of(change.id(), "Copy the data to " + next.id(), steps));
    }
}
