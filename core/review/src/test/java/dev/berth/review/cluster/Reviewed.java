package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.review.RunbookChange;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import dev.berth.review.runbook.Runbook;
import java.util.List;

/**
 * A change with its manifests and its runbooks.
 *
 * @param change the change
 * @param before the manifests before it
 * @param after the manifests after it
 * @param runbooks the runbooks with commands, in the order in which they are to be run
 */
record Reviewed(RunbookChange change, List<ObjectNode> before, List<ObjectNode> after, List<Runbook> runbooks) {

    static Reviewed of(RunbookChange change) {
        return new Reviewed(
                change,
                manifests(RunbookChange.before()),
                manifests(change.after()),
                change.review().runbooks().stream().filter(Runbook::hasCommands).toList());
    }

    /** Returns whether a StatefulSet changes. */
    boolean isOfSet() {
        return runbooks.stream().anyMatch(runbook -> runbook.object().kind().equals("StatefulSet"));
    }

    private static List<ObjectNode> manifests(ObjectTree tree) {
        return tree.objects().stream()
                .map(TreeObject::body)
                .map(body -> (ObjectNode) body.deepCopy())
                .toList();
    }
}
