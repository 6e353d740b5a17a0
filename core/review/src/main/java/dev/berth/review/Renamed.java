package dev.berth.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.FieldDiff;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.TreeObject;
import java.util.List;

/** An object that replaces another one under a new name or in another namespace, as one change. */
final class Renamed {
    private static final Rule RULE =
            new Rule("renamed", "Store.Create", "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");
    private static final int FEW = 3;

    private Renamed() {}

    static void add(TreeObject old, TreeObject now, Outcome outcome) {
        boolean moved = !old.id().namespace().equals(now.id().namespace());
        FieldChange name = moved
                ? change("metadata.namespace", old.id().namespace(), now.id().namespace())
                : change("metadata.name", old.id().name(), now.id().name());
        boolean pods = PodTemplate.asWritten(now).isPresent();
        outcome.add(
                pods ? Effect.RESTART : Effect.IN_PLACE,
                RULE,
                name,
                "It replaces " + old.id() + ", which is deleted if the tree is applied with pruning, and stays in the"
                        + " cluster otherwise."
                        + (pods
                                ? " New pods start, and nothing waits for them before the old" + " ones are deleted."
                                : "")
                        + contents(old, now),
                "");
    }

    private static FieldChange change(String field, String from, String to) {
        return new FieldChange(field, TextNode.valueOf(from), TextNode.valueOf(to));
    }

    private static String contents(TreeObject old, TreeObject now) {
        List<String> fields = FieldDiff.between(contents(old), contents(now)).stream()
                .map(FieldChange::path)
                .toList();
        if (fields.isEmpty()) {
            return " Its contents are the same.";
        }
        int more = fields.size() - FEW;
        return " Besides the name, " + (fields.size() == 1 ? "one field changes: " : fields.size() + " fields change: ")
                + String.join(", ", fields.subList(0, Math.min(FEW, fields.size())))
                + (more > 0 ? " and " + more + " more." : ".");
    }

    private static JsonNode contents(TreeObject object) {
        ObjectNode contents = object.body().deepCopy();
        return contents.remove(List.of("metadata"));
    }
}
