package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.tree.SemanticEquality;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The spec of a claim cannot change; once it is bound it may grow, if its class allows that, and change its attributes
 * class.
 */
public final class PersistentVolumeClaimUpdate implements UpdateRule {
    private static final String BETA_CLASS = "volume.beta.kubernetes.io/storage-class";
    private static final String FUNCTION = "ValidatePersistentVolumeClaimUpdate";
    private static final List<String> MAY_CHANGE =
            List.of("spec.resources.requests[storage]", "spec.volumeName", "spec.volumeAttributesClassName");
    private static final Rule SPEC = Rule.core("claim-spec-immutable", FUNCTION);
    private static final Rule SHRINK = Rule.core("claim-shrink", FUNCTION);
    private static final Rule MODE = Rule.core("claim-volume-mode", FUNCTION);
    private static final Rule ATTRIBUTES = Rule.core("claim-volume-attributes-class", FUNCTION);
    private static final Rule ANNOTATION = Rule.core("claim-class-annotation", "ValidateImmutableAnnotation");
    private static final Rule GROWTH = new Rule(
            "claim-growth",
            "persistentVolumeClaimResize.Validate",
            "plugin/pkg/admission/storage/persistentvolume/resize/admission.go");

    @Override
    public void check(Update update, Findings findings) {
        int before = findings.size();
        String oldAnnotation = update.old("metadata", "annotations", BETA_CLASS).asText("");
        boolean fromAnnotation = classMovesOutOfAnnotation(update, oldAnnotation);
        if (!fromAnnotation
                && !update.now("metadata", "annotations", BETA_CLASS).asText("").equals(oldAnnotation)) {
            findings.invalid(
                    ANNOTATION,
                    FieldPath.of("metadata", "annotations", BETA_CLASS),
                    update.now("metadata", "annotations", BETA_CLASS).asText(""),
                    "cannot change once it is set");
        }
        JsonNode spec = comparable(update, fromAnnotation, oldAnnotation);
        JsonNode old = withVolumeName(update);
        if (!SemanticEquality.equal("spec", spec, old)) {
            findings.forbidden(
                    SPEC,
                    FieldPath.of("spec"),
                    bound(update)
                            ? "only resources.requests.storage and volumeAttributesClassName of a bound claim may"
                                    + " change"
                            : "a claim may not change before it is bound");
        }
        shrink(update, findings);
        if (!mode(update.old("spec", "volumeMode")).equals(mode(update.now("spec", "volumeMode")))) {
            // The server omits "spec" in this path.
            findings.invalid(
                    MODE,
                    FieldPath.of("volumeMode"),
                    mode(update.now("spec", "volumeMode")),
                    "cannot change once it" + " is set");
        }
        attributesClass(update, findings);
        if (findings.size() == before) {
            growth(update, findings);
        }
    }

    /** Returns the new spec with the old values of all fields that may change. */
    @Override
    public boolean mayChange(String field) {
        return MayChange.isIn(MAY_CHANGE, field);
    }

    private static JsonNode comparable(Update update, boolean fromAnnotation, String oldAnnotation) {
        if (!(update.now("spec") instanceof ObjectNode now)) {
            return update.now("spec");
        }
        ObjectNode spec = now.deepCopy();
        JsonNode oldClass = update.old("spec", "storageClassName");
        JsonNode newClass = spec.path("storageClassName");
        boolean fromNone = missing(oldClass)
                && !missing(newClass)
                && (oldAnnotation.isEmpty() || newClass.asText().equals(oldAnnotation));
        if (fromAnnotation || fromNone) {
            spec.remove("storageClassName");
        }
        if (bound(update)) {
            if (spec.path("resources").path("requests") instanceof ObjectNode requests) {
                requests.set("storage", update.old("spec", "resources", "requests", "storage"));
            }
            if (!missing(spec.path("volumeAttributesClassName"))) {
                spec.set("volumeAttributesClassName", update.old("spec", "volumeAttributesClassName"));
            }
        }
        return spec;
    }

    private static JsonNode withVolumeName(Update update) {
        if (!(update.old("spec") instanceof ObjectNode old)
                || !update.old("spec", "volumeName").asText("").isEmpty()) {
            return update.old("spec");
        }
        ObjectNode spec = old.deepCopy();
        spec.set("volumeName", update.now("spec", "volumeName"));
        return spec;
    }

    private static boolean classMovesOutOfAnnotation(Update update, String oldAnnotation) {
        JsonNode annotation = update.now("metadata", "annotations", BETA_CLASS);
        return !oldAnnotation.isEmpty()
                && missing(update.old("spec", "storageClassName"))
                && update.now("spec", "storageClassName").asText("").equals(oldAnnotation)
                && (missing(annotation) || annotation.asText().equals(oldAnnotation));
    }

    private static void shrink(Update update, Findings findings) {
        BigDecimal old = amount(update.old("spec", "resources", "requests", "storage"));
        BigDecimal now = amount(update.now("spec", "resources", "requests", "storage"));
        JsonNode capacity = update.old("status", "capacity", "storage");
        BigDecimal provisioned = missing(capacity) && bound(update) ? old : amount(capacity);
        if (now.compareTo(old) < 0 && now.compareTo(provisioned) <= 0) {
            findings.forbidden(
                    SHRINK,
                    FieldPath.of("spec", "resources", "requests", "storage"),
                    "a volume cannot shrink below its capacity");
        }
    }

    private static void growth(Update update, Findings findings) {
        BigDecimal old = amount(update.old("spec", "resources", "requests", "storage"));
        BigDecimal now = amount(update.now("spec", "resources", "requests", "storage"));
        if (now.compareTo(old) <= 0) {
            return;
        }
        String storageClass = update.old("spec", "storageClassName").asText("");
        Optional<Boolean> allowed = storageClass.isEmpty() && !missing(update.old("spec", "storageClassName"))
                ? Optional.of(false)
                : update.surroundings().allowsExpansion(storageClass);
        if (!allowed.orElse(true)) {
            findings.add(
                    GROWTH,
                    FieldPath.of("spec", "resources", "requests", "storage"),
                    FindingType.DENIED,
                    "a claim can only grow if its StorageClass has allowVolumeExpansion: true");
        }
    }

    private static void attributesClass(Update update, Findings findings) {
        JsonNode current = update.old("status", "currentVolumeAttributesClassName");
        JsonNode now = update.now("spec", "volumeAttributesClassName");
        boolean changed = !update.keeps("spec", "volumeAttributesClassName");
        if (changed && !missing(current) && (missing(now) || now.asText().isEmpty())) {
            findings.forbidden(
                    ATTRIBUTES, FieldPath.of("spec", "volumeAttributesClassName"), "may change but not be removed");
        }
    }

    private static boolean bound(Update update) {
        JsonNode phase = update.old("status", "phase");
        return missing(phase)
                ? update.surroundings().claimsBound()
                : phase.asText().equals("Bound");
    }

    private static String mode(JsonNode mode) {
        return missing(mode) || mode.asText().isEmpty() ? "Filesystem" : mode.asText();
    }

    private static boolean missing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static BigDecimal amount(JsonNode quantity) {
        try {
            return missing(quantity)
                    ? BigDecimal.ZERO
                    : Quantity.of(quantity.asText()).amount();
        } catch (InvalidValueException reportedAtCreate) {
            return BigDecimal.ZERO;
        }
    }
}
