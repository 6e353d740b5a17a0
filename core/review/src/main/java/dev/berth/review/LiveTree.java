package dev.berth.review;

import dev.berth.review.live.Authorship;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import dev.berth.rules.update.LiveApply;

/** The objects of a cluster after an apply. */
final class LiveTree {
    private LiveTree() {}

    /** Returns the new tree with the fields of the cluster's objects that an apply keeps; unchanged for other trees. */
    static ObjectTree applied(ObjectTree before, ObjectTree after, ApplyOptions options) {
        return before.isLive()
                ? after.changed(now ->
                        before.counterpart(now, after).map(old -> over(old, now, options)).orElse(now))
                : after;
    }

    private static TreeObject over(TreeObject old, TreeObject now, ApplyOptions options) {
        return old.live()
                .map(live -> Authorship.of(live, now.body(), options.fieldManager()))
                .map(fields ->
                        now.withBody(LiveApply.over(old.body(), fields.written(), fields.others(), now.body())))
                .orElse(now);
    }
}
