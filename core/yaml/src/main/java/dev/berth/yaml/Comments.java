package dev.berth.yaml;

import dev.berth.value.InvalidValueException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The comments in the rendered YAML of one object: one above the object, and one above any field.
 *
 * <p>A field is named as the API server names it: {@code spec.replicas}, {@code stringData[POSTGRES_PASSWORD]}, {@code
 * spec.template.spec.containers[postgres].image}. A list item is named by its index or, if it has a {@code name}, by
 * that.
 */
public final class Comments {

    private static final Comments NONE = new Comments(Map.of());

    private final Map<String, String> byField;

    private Comments(Map<String, String> byField) {
        this.byField = byField;
    }

    /** Returns no comments. */
    public static Comments none() {
        return NONE;
    }

    /** Returns an optional comment above the object, and one for each of these fields. */
    public static Comments of(Optional<String> onObject, Map<String, String> onFields) {
        if (onObject.isEmpty() && onFields.isEmpty()) {
            return NONE;
        }
        Map<String, String> all = new LinkedHashMap<>();
        onObject.ifPresent(text -> all.put("", checked("comment", text)));
        onFields.forEach((field, text) -> all.put(field, checked("comment on " + field, text)));
        return new Comments(Collections.unmodifiableMap(all));
    }

    /** Returns both; if both have a comment on the same field, the other's is used. */
    public Comments and(Comments other) {
        if (byField.isEmpty()) {
            return other;
        }
        if (other.byField.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(byField);
        all.putAll(other.byField);
        return new Comments(Collections.unmodifiableMap(all));
    }

    /**
     * Returns the comment of each field, in the order of the declaration; the empty field path is the object itself.
     */
    public Map<String, String> byField() {
        return byField;
    }

    private static String checked(String what, String text) {
        if (text.isBlank()) {
            throw InvalidValueException.of(what, text, "must not be blank");
        }
        boolean control = text.chars().anyMatch(c -> c != '\n' && (Character.isISOControl(c) || isLineBreak(c)));
        if (control) {
            throw InvalidValueException.of(
                    what, text, "must not contain control characters or line breaks other than \\n");
        }
        return text;
    }

    private static boolean isLineBreak(int c) {
        return c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    }
}
