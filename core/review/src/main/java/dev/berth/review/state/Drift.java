package dev.berth.review.state;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.live.FieldManager;
import dev.berth.review.live.LiveObject;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.FieldDiff;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.rules.server.ServerView;
import java.util.List;
import java.util.Optional;

/** Fields that someone changed in the cluster, and not in the tree, and that an apply changes back. */
public final class Drift {
    private static final Rule RULE = new Rule(
            "changed-in-cluster",
            "FieldManager.Update",
            "staging/src/k8s.io/apimachinery/pkg/util/managedfields/fieldmanager.go");
    private static final String REMEDY = "If the value in the cluster is the right one, write it to the tree first.";

    private Drift() {}

    /**
     * Adds the fields that an apply changes back.
     *
     * @param change the change of an object of a cluster; of other objects, nothing is known
     * @param author the field manager that applies the tree
     * @param outcome what happens to the object
     */
    public static void add(Transition change, String author, Outcome outcome) {
        Optional<TreeObject> old = change.before().filter(before -> change.isUpdate());
        Optional<LiveObject> live = old.flatMap(TreeObject::live);
        if (live.isEmpty()) {
            return;
        }
        for (FieldChange field : change.changes()) {
            List<FieldManager> others = old.get().managersOf(field.path()).stream()
                    .filter(manager -> !manager.isBy(author))
                    .toList();
            if (!others.isEmpty()) {
                FieldManager last = others.get(others.size() - 1);
                outcome.add(
                        Effect.IN_PLACE,
                        RULE,
                        field,
                        last
                                + " set the value in the cluster, and not an apply of the tree. An apply replaces it with the"
                                + " value of the tree.",
                        REMEDY);
            } else if (isAsApplied(field, change, live.get(), author)) {
                outcome.add(
                        Effect.IN_PLACE,
                        RULE,
                        field,
                        "The tree did not change this field since the last apply: someone changed it in the cluster."
                                + " An apply changes it back.",
                        REMEDY);
            }
        }
    }

    /** Returns whether the manifest that kubectl applied last already has the new value. */
    private static boolean isAsApplied(FieldChange field, Transition change, LiveObject live, String author) {
        return live.lastApplied().isPresent()
                && !live.isAppliedServerSide(author)
                && FieldDiff.between(
                                ServerView.of(live.lastApplied().get()),
                                change.after().orElseThrow().effective())
                        .stream()
                        .noneMatch(other -> other.isWithin(field.path()) || field.isWithin(other.path()));
    }
}
