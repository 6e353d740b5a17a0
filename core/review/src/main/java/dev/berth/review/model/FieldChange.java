package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One field that two objects hold differently.
 *
 * @param path the field; elements of lists by their name where they have one: {@code spec.containers[db].image}
 * @param from its value before; null where it was not there
 * @param to its value after; null where it is gone
 */
public record FieldChange(
        String path, @Nullable JsonNode from, @Nullable JsonNode to) {

    /** Whether this is the field at {@code prefix} or one below it. */
    public boolean isWithin(String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length()
                        || path.charAt(prefix.length()) == '.'
                        || path.charAt(prefix.length()) == '[');
    }
}
