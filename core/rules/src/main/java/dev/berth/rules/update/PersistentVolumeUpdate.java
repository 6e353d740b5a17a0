package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.tree.SemanticEquality;
import java.util.List;
import java.util.Map;

/** The source of a PersistentVolume cannot change, nor can its volume mode and its nodes once they are set. */
public final class PersistentVolumeUpdate implements UpdateRule {
    /** The fields of the spec besides the source: every other field is a source. */
    private static final List<String> BESIDE_SOURCE = List.of(
            "accessModes",
            "capacity",
            "claimRef",
            "mountOptions",
            "nodeAffinity",
            "persistentVolumeReclaimPolicy",
            "storageClassName",
            "volumeAttributesClassName",
            "volumeMode");

    private static final Map<String, String> STABLE_LABELS = Map.of(
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch",
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

    private static final Rule SOURCE = Rule.core("persistentvolume-source", "ValidatePersistentVolumeUpdate");
    private static final Rule MODE = Rule.core("persistentvolume-volume-mode", "ValidatePersistentVolumeUpdate");
    private static final Rule AFFINITY = Rule.core("persistentvolume-node-affinity", "validatePvNodeAffinity");
    private static final Rule ATTRIBUTES =
            Rule.core("persistentvolume-volume-attributes-class", "ValidatePersistentVolumeUpdate");

    @Override
    public void check(Update update, Findings findings) {
        if (!SemanticEquality.equal(
                "spec", source(update.old("spec"), false), source(update.now("spec"), expandSecretIsNew(update)))) {
            findings.forbidden(
                    SOURCE, FieldPath.of("spec", "persistentvolumesource"), "the source of a volume cannot change");
        }
        if (!mode(update.old("spec", "volumeMode")).equals(mode(update.now("spec", "volumeMode")))) {
            // The server omits "spec" in this path and the next.
            findings.invalid(
                    MODE,
                    FieldPath.of("volumeMode"),
                    mode(update.now("spec", "volumeMode")),
                    "cannot change once it" + " is set");
        }
        JsonNode affinity = update.old("spec", "nodeAffinity");
        if (!missing(affinity)
                && !SemanticEquality.equal(
                        "nodeAffinity",
                        renamed(affinity, update.now("spec", "nodeAffinity")),
                        update.now("spec", "nodeAffinity"))) {
            findings.invalid(
                    AFFINITY,
                    FieldPath.of("nodeAffinity"),
                    null,
                    "may only be set if it was not set, or change beta labels to their stable names");
        }
        attributesClass(update, findings);
    }

    @Override
    public boolean mayChange(String field) {
        return field.startsWith("spec.") && MayChange.isIn(BESIDE_SOURCE, field.substring("spec.".length()));
    }

    private static void attributesClass(Update update, Findings findings) {
        JsonNode old = update.old("spec", "volumeAttributesClassName");
        JsonNode now = update.now("spec", "volumeAttributesClassName");
        if (!missing(old)
                && (missing(now) || (now.asText().isEmpty() && !old.asText().isEmpty()))) {
            findings.forbidden(
                    ATTRIBUTES, FieldPath.of("spec", "volumeAttributesClassName"), "may change but not be removed");
        }
    }

    private static JsonNode source(JsonNode spec, boolean leaveExpandSecretOut) {
        if (!(spec instanceof ObjectNode fields)) {
            return spec;
        }
        ObjectNode source = fields.deepCopy().remove(BESIDE_SOURCE);
        if (leaveExpandSecretOut && source.path("csi") instanceof ObjectNode csi) {
            csi.remove("controllerExpandSecretRef");
        }
        return source;
    }

    private static boolean expandSecretIsNew(Update update) {
        return update.old("spec", "csi").isObject() && missing(update.old("spec", "csi", "controllerExpandSecretRef"));
    }

    private static String mode(JsonNode mode) {
        return missing(mode) || mode.asText().isEmpty() ? "Filesystem" : mode.asText();
    }

    private static boolean missing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /**
     * Returns the old affinity, with those beta labels renamed that the new one has under their stable names at the
     * same place.
     */
    private static JsonNode renamed(JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode fields) {
            ObjectNode copy = fields.objectNode();
            fields.properties()
                    .forEach(field -> copy.set(
                            field.getKey(),
                            field.getKey().equals("key")
                                    ? label(field.getValue(), after.path("key"))
                                    : renamed(field.getValue(), after.path(field.getKey()))));
            return copy;
        }
        if (before.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < before.size(); i++) {
                copy.add(renamed(before.get(i), after.path(i)));
            }
            return copy;
        }
        return before;
    }

    private static JsonNode label(JsonNode before, JsonNode after) {
        return after.asText().equals(STABLE_LABELS.get(before.asText())) ? after : before;
    }
}
