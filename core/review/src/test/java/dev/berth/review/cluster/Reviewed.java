package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.object.ObjectId;
import dev.berth.review.RunbookChange;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import dev.berth.review.runbook.Phase;
import dev.berth.review.runbook.Runbook;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** Returns the names of the StatefulSets that change. */
    Set<String> sets() {
        return runbooks.stream()
                .map(Runbook::object)
                .filter(object -> object.kind().equals("StatefulSet"))
                .map(ObjectId::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the names of the StatefulSets that a runbook applies, and of those that change. */
    Set<String> applied() {
        Set<String> names = sets();
        if (runbooks.stream()
                .flatMap(runbook -> runbook.steps().stream())
                .anyMatch(step -> step.phase() == Phase.APPLY)) {
            before.stream()
                    .filter(object -> object.path("kind").asText().equals("StatefulSet"))
                    .forEach(set -> names.add(Store.nameOf(set)));
        }
        return names;
    }

    /** Returns whether a server must run, because its data is dumped. */
    boolean dumps() {
        return runbooks.stream().anyMatch(runbook -> runbook.script().contains("pg_dumpall"));
    }

    private static List<ObjectNode> manifests(ObjectTree tree) {
        return tree.objects().stream()
                .map(TreeObject::body)
                .map(body -> (ObjectNode) body.deepCopy())
                .toList();
    }
}
