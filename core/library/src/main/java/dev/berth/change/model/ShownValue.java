package dev.berth.change.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.manifest.ObjectId;
import org.jspecify.annotations.Nullable;

/** A value as reports show it: never what a Secret holds. */
final class ShownValue {
    /** What stands in place of a value of a Secret. */
    static final String REDACTED = "(not shown)";

    private static final String LAST_APPLIED = "metadata.annotations[kubectl.kubernetes.io/last-applied-configuration]";

    private ShownValue() {}

    static @Nullable String of(ObjectId object, String field, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (object.kind().equals("Secret") && isSecret(field)) {
            return REDACTED;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static boolean isSecret(String field) {
        return field.startsWith("data")
                || field.startsWith("stringData")
                || field.equals(LAST_APPLIED)
                || field.equals("metadata.annotations");
    }
}
