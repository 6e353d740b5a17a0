package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.tree.SemanticEquality;

/** What else may change in a Pod with a scheduling gate: where it may run, but only to fewer nodes. */
final class GatedPodUpdate {
    private static final Rule SELECTOR = Rule.core("gated-pod-node-selector", "validateNodeSelectorMutation");
    private static final Rule AFFINITY = Rule.core("gated-pod-node-affinity", "validateNodeAffinityMutation");
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private GatedPodUpdate() {}

    /**
     * Checks the narrowed fields, and restores their old values in {@code spec} so that only other changes are left.
     */
    static void check(Update update, ObjectNode spec, Findings findings) {
        JsonNode oldSelector = update.old("spec", "nodeSelector");
        oldSelector.properties().forEach(label -> {
            if (!label.getValue().equals(update.now("spec", "nodeSelector").path(label.getKey()))) {
                findings.invalid(
                        SELECTOR,
                        FieldPath.of("spec", "nodeSelector"),
                        label.getKey(),
                        "labels may be added, but existing ones cannot change");
            }
        });
        put(spec, "nodeSelector", oldSelector);
        JsonNode oldAffinity = update.old("spec", "affinity", "nodeAffinity");
        terms(update, findings);
        if (spec.path("affinity") instanceof ObjectNode affinity) {
            put(affinity, "nodeAffinity", oldAffinity);
            if (affinity.isEmpty() && update.old("spec", "affinity").isMissingNode()) {
                spec.remove("affinity");
            }
        } else if (oldAffinity.isObject()) {
            spec.putObject("affinity").set("nodeAffinity", oldAffinity);
        }
    }

    private static void terms(Update update, Findings findings) {
        JsonNode old = update.old("spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
        JsonNode now = update.now("spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
        FieldPath path = FieldPath.of("spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
        if (old.isEmpty()) {
            return;
        }
        if (old.size() != now.size()) {
            findings.invalid(
                    AFFINITY,
                    path,
                    null,
                    "requirements may be added to terms, but terms cannot be added or" + " removed");
            return;
        }
        for (int i = 0; i < old.size(); i++) {
            if (!onlyAdds(old.get(i), now.get(i))) {
                findings.invalid(
                        AFFINITY,
                        path.index(i),
                        null,
                        "requirements may be added, but existing ones cannot" + " change");
            }
        }
    }

    private static boolean onlyAdds(JsonNode old, JsonNode now) {
        boolean wasEmpty = old.path("matchExpressions").isEmpty()
                && old.path("matchFields").isEmpty();
        boolean isEmpty = now.path("matchExpressions").isEmpty()
                && now.path("matchFields").isEmpty();
        return (!wasEmpty || isEmpty)
                && startsWith(now.path("matchExpressions"), old.path("matchExpressions"))
                && startsWith(now.path("matchFields"), old.path("matchFields"));
    }

    private static boolean startsWith(JsonNode list, JsonNode start) {
        for (int i = 0; i < start.size(); i++) {
            if (!SemanticEquality.equal("", list.path(i), start.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void put(ObjectNode fields, String field, JsonNode value) {
        if (value.isMissingNode()) {
            fields.remove(field);
        } else {
            fields.set(field, value);
        }
    }
}
