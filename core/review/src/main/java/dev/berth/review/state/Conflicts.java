package dev.berth.review.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.live.FieldManager;
import dev.berth.review.live.LiveObject;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.TreeObject;
import dev.berth.rules.tree.ListKeys;
import dev.berth.rules.tree.MapFields;
import dev.berth.rules.update.AtomicFields;
import java.util.List;
import java.util.Map;

/**
 * The conflicts that server-side apply reports: fields that the manifest sets to another value than the one that another
 * manager set. Values are compared as they are written, before any default: {@code 1Gi} conflicts with {@code 1024Mi}.
 *
 * <p>Source: {@code Updater.update} of {@code structured-merge-diff/v6/merge/update.go} (Kubernetes 1.36).
 */
public final class Conflicts {
    private static final Rule RULE = new Rule(
            "apply-conflict",
            "structuredMergeManager.Apply",
            "staging/src/k8s.io/apimachinery/pkg/util/managedfields/internal/structuredmerge.go");

    private final TreeObject old;
    private final String author;
    private final Outcome outcome;

    private Conflicts(TreeObject old, String author, Outcome outcome) {
        this.old = old;
        this.author = author;
        this.outcome = outcome;
    }

    /**
     * Adds the conflicts of an apply.
     *
     * @param old the object of the cluster
     * @param manifest its new manifest
     * @param author the field manager that applies it
     * @param outcome what happens to the object
     */
    public static void add(TreeObject old, JsonNode manifest, String author, Outcome outcome) {
        LiveObject live = old.live().orElseThrow();
        new Conflicts(old, author, outcome).fields("", "", live.returned(), manifest);
    }

    private void fields(String path, String field, JsonNode live, JsonNode manifest) {
        for (Map.Entry<String, JsonNode> stated : manifest.properties()) {
            String name = stated.getKey();
            String next =
                    MapFields.contains(field) ? path + "[" + name + "]" : path.isEmpty() ? name : path + "." + name;
            value(next, name, live.path(name), stated.getValue());
        }
    }

    private void value(String path, String field, JsonNode live, JsonNode stated) {
        if (stated.isObject() && live.isObject() && !AtomicFields.contains(field)) {
            fields(path, field, live, stated);
        } else if (stated.isArray() && live.isArray() && AtomicFields.isMergedList(field, stated)) {
            for (JsonNode element : stated) {
                String key = String.valueOf(ListKeys.of(field, element));
                JsonNode before = ListKeys.find(field, live, key);
                if (before.isObject()) {
                    fields(path + "[" + key + "]", "", before, element);
                }
            }
        } else if (!live.isMissingNode() && !live.equals(stated)) {
            conflict(new FieldChange(path, live, stated));
        }
    }

    private void conflict(FieldChange field) {
        List<String> owners = old.managersOf(field.path()).stream()
                .filter(manager -> !(manager.applies() && manager.name().equals(author)))
                .map(FieldManager::toString)
                .distinct()
                .toList();
        if (!owners.isEmpty()) {
            outcome.add(
                    Effect.REFUSED,
                    RULE,
                    field,
                    "Server-side apply stops with a conflict, because " + String.join(" and ", owners)
                            + " set the field. Nothing of the object changes.",
                    "Write the value of the cluster to the tree, leave the field out of the tree, or take it over with"
                            + " --force-conflicts.");
        }
    }
}
