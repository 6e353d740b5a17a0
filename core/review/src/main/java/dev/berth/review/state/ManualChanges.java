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
import java.util.Map;
import java.util.Set;

/** Fields that a person set with kubectl, and that the tree does not state: an apply keeps them. */
public final class ManualChanges {
    private static final Rule RULE = new Rule(
            "manual-change-stays", "Updater.Apply", "vendor/sigs.k8s.io/structured-merge-diff/v6/merge/update.go");
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

    private final FieldManager manager;
    private final Outcome outcome;

    private ManualChanges(FieldManager manager, Outcome outcome) {
        this.manager = manager;
        this.outcome = outcome;
    }

    /** Adds the fields of an object of a cluster that its new manifest does not state. */
    public static void add(TreeObject old, JsonNode manifest, Outcome outcome) {
        LiveObject live = old.live().orElseThrow();
        JsonNode own = live.manifest();
        for (FieldManager manager : live.managers()) {
            if (manager.isManual()) {
                new ManualChanges(manager, outcome).compare("", "", manager.part(own), manifest);
            }
        }
    }

    private void compare(String path, String field, JsonNode part, JsonNode manifest) {
        if (part.isArray()) {
            for (JsonNode element : part) {
                String key = ListKeys.of(field, element);
                if (key != null) {
                    JsonNode stated = ListKeys.find(field, manifest, key);
                    inner(path + "[" + key + "]", "", element, stated);
                }
            }
        }
        for (Map.Entry<String, JsonNode> inner : part.properties()) {
            String name = inner.getKey();
            String next =
                    MapFields.contains(field) ? path + "[" + name + "]" : path.isEmpty() ? name : path + "." + name;
            if (!IDENTITY.contains(next)) {
                inner(next, name, inner.getValue(), manifest.path(name));
            }
        }
    }

    private void inner(String path, String field, JsonNode part, JsonNode stated) {
        boolean whole = part.isValueNode() || (part.isArray() && !part.isEmpty()) || path.endsWith("]");
        if (stated.isMissingNode() && whole) {
            outcome.add(
                    Effect.IN_PLACE,
                    RULE,
                    new FieldChange(path, part, part),
                    manager + " set the field. The tree does not state it, so an apply keeps it.",
                    "Write it to the tree, or remove it from the cluster.");
        } else {
            compare(path, field, part, stated);
        }
    }
}
