package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value as reports show it, without the values of Secrets. */
public final class ShownValue {
    /** What stands instead of a value of a Secret. */
    static final String REDACTED = "(not shown)";

    private static final Set<String> TYPE = Set.of("apiVersion", "kind");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./@+%-]*");
    private static final String LAST_APPLIED = "metadata.annotations[kubectl.kubernetes.io/last-applied-configuration]";

    private ShownValue() {}

    /** Returns the value in one line, without the value of a Secret; null if it is null. */
    public static @Nullable String of(ObjectId object, String field, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (object.kind().equals("Secret") && isSecret(field)) {
            return REDACTED;
        }
        return value.isValueNode() ? value.asText() : flow(value);
    }

    /** Returns YAML in one line, without what the field already implies. */
    private static String flow(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> parts.add(flow(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (!value.isObject()) {
            String text = value.asText();
            return PLAIN.matcher(text).matches() || !value.isTextual() ? text : value.toString();
        }
        boolean typed = value.has("apiVersion") && value.has("kind");
        value.properties().stream()
                .filter(field -> !typed || !TYPE.contains(field.getKey()))
                .forEach(field -> parts.add(field.getKey() + ": " + flow(field.getValue())));
        return "{" + String.join(", ", parts) + "}";
    }

    private static boolean isSecret(String field) {
        return field.startsWith("data")
                || field.startsWith("stringData")
                || field.equals(LAST_APPLIED)
                || field.equals("metadata.annotations");
    }
}
