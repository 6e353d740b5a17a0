package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A field with different values in two objects.
 *
 * @param path the field path; list elements by name if they have one: {@code spec.containers[db].image}
 * @param from its value before; null if it was not set
 * @param to its value after; null if it is removed
 */
public record FieldChange(
        String path, @Nullable JsonNode from, @Nullable JsonNode to) {

    /** Returns whether this is the field at {@code prefix} or one below it. */
    public boolean isWithin(String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length()
                        || path.charAt(prefix.length()) == '.'
                        || path.charAt(prefix.length()) == '[');
    }
}
