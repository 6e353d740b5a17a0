package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.tree.SemanticEquality;
import java.util.List;

/**
 * In the spec of a StatefulSet, seven fields may change. Until 1.36 the API server reports {@code spec}; since 1.37 it
 * reports each field that cannot change (kubernetes#138080).
 */
public final class StatefulSetUpdate implements UpdateRule {
    private static final List<String> MAY_CHANGE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");
    private static final Rule RULE = new Rule(
            "statefulset-spec-immutable", "ValidateStatefulSetUpdate", "pkg/apis/apps/validation/validation.go");

    private static final UpdateRule EACH_FIELD = ImmutableFields.of(
            RULE, "spec.selector", "spec.volumeClaimTemplates", "spec.serviceName", "spec.podManagementPolicy");

    @Override
    public void check(Update update, Findings findings) {
        JsonNode old = fixed(update.old("spec"));
        JsonNode now = fixed(update.now("spec"));
        if (update.surroundings().version().isAtLeast(KubernetesVersion.V1_37)) {
            EACH_FIELD.check(new Update(update.id(), object(old), object(now), update.surroundings()), findings);
        } else if (!SemanticEquality.equal("spec", old, now)) {
            findings.forbidden(
                    RULE,
                    FieldPath.of("spec"),
                    "only the fields " + String.join(", ", MAY_CHANGE.subList(0, MAY_CHANGE.size() - 1)) + " and "
                            + MAY_CHANGE.get(MAY_CHANGE.size() - 1) + " may change");
        }
    }

    @Override
    public boolean mayChange(String field) {
        return field.startsWith("spec.") && MayChange.isIn(MAY_CHANGE, field.substring("spec.".length()));
    }

    private static JsonNode object(JsonNode spec) {
        return JsonNodeFactory.instance.objectNode().set("spec", spec);
    }

    private static JsonNode fixed(JsonNode spec) {
        if (!(spec instanceof ObjectNode fields)) {
            return spec;
        }
        ObjectNode fixed = fields.deepCopy().remove(MAY_CHANGE);
        for (JsonNode template : fixed.path("volumeClaimTemplates")) {
            if (template instanceof ObjectNode claim) {
                // The server sets these in every claim template that does not have them.
                claim.remove(List.of("apiVersion", "kind", "status"));
            }
        }
        return fixed;
    }
}
