package dev.berth.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.schema.ListMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of all rules of a custom resource, within the budget that the server has for it. Mirrors
 * {@code validate} in {@code pkg/apiserver/schema/cel/validation.go} of {@code apiextensions-apiserver}.
 */
final class RuleRun {
    /** {@code RuntimeCELCostBudget} in {@code staging/src/k8s.io/apiserver/pkg/apis/cel/config.go}. */
    private static final long BUDGET = 10_000_000;

    private final List<Finding> findings = new ArrayList<>();
    private long budget = BUDGET;

    /** Returns what the rules refuse. */
    List<Finding> findings() {
        return findings;
    }

    /** Evaluates the rules of a node and of the nodes below it; returns false if no other rule must be evaluated. */
    boolean check(RuleNode node, FieldPath path, JsonNode value, @Nullable JsonNode old, Ratchet ratchet) {
        if (value.isNull()) {
            return true;
        }
        JsonNode replaced = old == null || old.isNull() ? null : old;
        if (!checkRules(node, path, value, replaced, ratchet)) {
            return false;
        }
        for (RuleNode clause : node.allOf()) {
            if (!check(clause, path, value, replaced, ratchet.ofClause())) {
                return false;
            }
        }
        if (value instanceof ArrayNode list) {
            return checkItems(node, path, list, replaced, ratchet);
        }
        return !(value instanceof ObjectNode object) || checkFields(node, path, object, replaced, ratchet);
    }

    private boolean checkFields(
            RuleNode node, FieldPath path, ObjectNode object, @Nullable JsonNode old, Ratchet ratchet) {
        ObjectNode before = old instanceof ObjectNode replaced ? replaced : null;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode replaced = before == null ? null : before.get(name);
            RuleNode ofValues = node.additionalProperties();
            if (ofValues != null && !check(ofValues, path.key(name), field.getValue(), replaced, ratchet.key(name))) {
                return false;
            }
            RuleNode ofField = node.properties().get(name);
            if (ofField != null && !check(ofField, path.child(name), field.getValue(), replaced, ratchet.key(name))) {
                return false;
            }
        }
        return true;
    }

    private boolean checkItems(RuleNode node, FieldPath path, ArrayNode list, @Nullable JsonNode old, Ratchet ratchet) {
        RuleNode ofItems = node.items();
        if (ofItems == null) {
            return true;
        }
        ListMap before = node.schema().listType().equals("map") && old instanceof ArrayNode replaced
                ? new ListMap(node.schema(), replaced)
                : null;
        for (int i = 0; i < list.size(); i++) {
            JsonNode replaced = before == null ? null : before.get(list.get(i));
            if (!check(ofItems, path.index(i), list.get(i), replaced, ratchet.index(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean checkRules(RuleNode node, FieldPath path, JsonNode value, @Nullable JsonNode old, Ratchet ratchet) {
        if (node.rules().isEmpty()) {
            return true;
        }
        RuleCheck check = new RuleCheck(node, path, value, old, ratchet, findings);
        for (CompiledRule rule : node.rules()) {
            budget = check.check(rule, budget);
            if (budget < 0) {
                return false;
            }
        }
        return true;
    }
}
