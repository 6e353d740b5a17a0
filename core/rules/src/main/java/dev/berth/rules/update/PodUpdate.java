package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.tree.SemanticEquality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * In the spec of a Pod, images and the deadline may change, tolerations may be added, and scheduling gates may be
 * removed.
 */
public final class PodUpdate implements UpdateRule {
    private static final Pattern IMAGE = Pattern.compile("spec\\.(init)?[cC]ontainers\\[[^]]*]\\.image");
    private static final List<String> MAY_CHANGE =
            List.of("spec.activeDeadlineSeconds", "spec.tolerations", "spec.schedulingGates");
    private static final Rule SPEC = Rule.core("pod-spec-immutable", "ValidatePodUpdate");
    private static final Rule CONTAINERS = Rule.core("pod-containers", "ValidateContainerUpdates");
    private static final Rule DEADLINE = Rule.core("pod-deadline", "ValidatePodUpdate");
    private static final Rule TOLERATIONS = Rule.core("pod-tolerations", "validateOnlyAddedTolerations");
    private static final Rule GATES = Rule.core("pod-scheduling-gates", "validateOnlyDeletedSchedulingGates");

    @Override
    public void check(Update update, Findings findings) {
        PodAnnotationUpdate.check(update, findings);
        if (countChanged(update, findings, "containers")
                || countChanged(update, findings, "initContainers")
                || deadlineEnds(update, findings)) {
            return;
        }
        added(update, findings);
        lifted(update, findings);
        JsonNode now = update.now("spec");
        if (SemanticEquality.equal("spec", now, update.old("spec"))) {
            return;
        }
        JsonNode fixed = now instanceof ObjectNode spec ? fixed(spec.deepCopy(), update) : now;
        if (!update.old("spec", "schedulingGates").isEmpty() && fixed instanceof ObjectNode gated) {
            GatedPodUpdate.check(update, gated, findings);
        }
        if (!SemanticEquality.equal("spec", fixed, update.old("spec"))) {
            findings.forbidden(
                    SPEC,
                    FieldPath.of("spec"),
                    "only container images, activeDeadlineSeconds (decreased), tolerations (added) and"
                            + " schedulingGates (removed) of a Pod may change" + labelKeys(now));
        }
    }

    @Override
    public boolean mayChange(String field) {
        return IMAGE.matcher(field).matches() || MayChange.isIn(MAY_CHANGE, field);
    }

    private static String labelKeys(JsonNode spec) {
        boolean any = spec.findValue("matchLabelKeys") != null || spec.findValue("mismatchLabelKeys") != null;
        return any
                ? "; a manifest removes what the server added to the labelSelector for matchLabelKeys when the Pod"
                        + " was created"
                : "";
    }

    private static boolean countChanged(Update update, Findings findings, String list) {
        boolean changed =
                update.old("spec", list).size() != update.now("spec", list).size();
        if (changed) {
            findings.forbidden(
                    CONTAINERS, FieldPath.of("spec", list), "the containers of a Pod cannot be added or" + " removed");
        }
        return changed;
    }

    private static boolean deadlineEnds(Update update, Findings findings) {
        JsonNode old = update.old("spec", "activeDeadlineSeconds");
        JsonNode now = update.now("spec", "activeDeadlineSeconds");
        FieldPath path = FieldPath.of("spec", "activeDeadlineSeconds");
        if (now.isNumber()) {
            if (now.asLong() < 0 || now.asLong() > Integer.MAX_VALUE) {
                findings.invalid(DEADLINE, path, now.asLong(), "must be between 0 and 2147483647, inclusive");
                return true;
            }
            if (old.isNumber() && old.asLong() < now.asLong()) {
                findings.invalid(DEADLINE, path, now.asLong(), "may only decrease, and was " + old.asLong());
                return true;
            }
        } else if (old.isNumber()) {
            findings.invalid(DEADLINE, path, null, "cannot be removed, and was " + old.asLong());
        }
        return false;
    }

    private static void added(Update update, Findings findings) {
        for (JsonNode old : update.old("spec", "tolerations")) {
            if (!keeps(update.now("spec", "tolerations"), old)) {
                findings.forbidden(
                        TOLERATIONS,
                        FieldPath.of("spec", "tolerations"),
                        "existing tolerations cannot change, except for tolerationSeconds");
                return;
            }
        }
    }

    private static boolean keeps(JsonNode tolerations, JsonNode old) {
        for (JsonNode toleration : tolerations) {
            if (SemanticEquality.equal("", withoutSeconds(toleration), withoutSeconds(old))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode withoutSeconds(JsonNode toleration) {
        return toleration instanceof ObjectNode fields ? fields.deepCopy().without("tolerationSeconds") : toleration;
    }

    private static void lifted(Update update, Findings findings) {
        JsonNode gates = update.now("spec", "schedulingGates");
        Map<String, Integer> added = new LinkedHashMap<>();
        for (int i = 0; i < gates.size(); i++) {
            added.put(gates.get(i).path("name").asText(), i);
        }
        update.old("spec", "schedulingGates")
                .forEach(gate -> added.remove(gate.path("name").asText()));
        FieldPath path = FieldPath.of("spec", "schedulingGates");
        added.values()
                .forEach(index -> findings.forbidden(
                        GATES, path.index(index).child("name"), "scheduling gates may be removed," + " not added"));
    }

    /** Returns the new spec with the old values of all fields that may change. */
    private static JsonNode fixed(ObjectNode spec, Update update) {
        for (String list : List.of("containers", "initContainers")) {
            for (int i = 0; i < spec.path(list).size(); i++) {
                if (spec.path(list).get(i) instanceof ObjectNode container) {
                    put(container, "image", update.old("spec", list).path(i).path("image"));
                }
            }
        }
        for (String field : List.of("activeDeadlineSeconds", "schedulingGates", "tolerations")) {
            put(spec, field, update.old("spec", field));
        }
        JsonNode grace = update.old("spec", "terminationGracePeriodSeconds");
        if (grace.isNumber()
                && grace.asLong() < 0
                && spec.path("terminationGracePeriodSeconds").asLong() == 1) {
            spec.set("terminationGracePeriodSeconds", grace);
        }
        return spec;
    }

    private static void put(ObjectNode fields, String field, JsonNode value) {
        if (value.isMissingNode()) {
            fields.remove(field);
        } else {
            fields.set(field, value);
        }
    }
}
