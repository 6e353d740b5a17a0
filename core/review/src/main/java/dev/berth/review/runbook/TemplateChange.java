package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.FieldDiff;
import dev.berth.review.model.Trees;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.util.List;

/** What a new version of a claim template means for the claims that exist. */
enum TemplateChange {
    /** Nothing: their specs are the same. */
    NONE,
    /** They can grow to the new size. */
    GROWS,
    /** They stay as they are, and the pods use them. */
    STAY,
    /** The pods cannot use them: a file system instead of a block device, or the reverse. */
    OTHER_MODE;

    private static final String SIZE = "spec.resources.requests[storage]";

    static TemplateChange between(JsonNode old, JsonNode now, Trees trees) {
        List<FieldChange> fields = FieldDiff.between(old, now);
        if (fields.isEmpty()) {
            return NONE;
        }
        if (fields.stream().anyMatch(field -> field.path().equals("spec.volumeMode"))) {
            return OTHER_MODE;
        }
        List<FieldChange> spec =
                fields.stream().filter(field -> field.isWithin("spec")).toList();
        boolean grows = spec.size() == 1 && spec.get(0).path().equals(SIZE) && isLarger(spec.get(0));
        return grows && mayGrow(old, trees) ? GROWS : spec.isEmpty() ? NONE : STAY;
    }

    /**
     * Returns whether the class of the claims allows expansion, as far as the trees show it; otherwise the runbook
     * checks the cluster.
     */
    private static boolean mayGrow(JsonNode template, Trees trees) {
        return trees.storageClass(template.path("spec").path("storageClassName").asText())
                .map(found -> found.at("allowVolumeExpansion").asBoolean())
                .orElse(true);
    }

    /** Returns whether the trees show that the class of the claims allows expansion. */
    static boolean allowsGrowth(JsonNode template, Trees trees) {
        return trees.storageClass(template.path("spec").path("storageClassName").asText())
                .filter(found -> found.at("allowVolumeExpansion").asBoolean())
                .isPresent();
    }

    private static boolean isLarger(FieldChange size) {
        try {
            return size.from() != null
                    && size.to() != null
                    && Quantity.of(size.to().asText())
                                    .compareTo(Quantity.of(size.from().asText()))
                            > 0;
        } catch (InvalidValueException refusedByItsOwnRule) {
            return false;
        }
    }
}
