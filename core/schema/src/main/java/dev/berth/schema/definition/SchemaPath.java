package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path of the form {@code .spec.name} or {@code .spec['name']} in a schema. Mirrors {@code ValidFieldPath} in {@code
 * pkg/apiserver/schema/cel/validation.go} of {@code k8s.io/apiextensions-apiserver}.
 *
 * @param steps the names of the fields
 * @param schema the schema that the path leads to
 */
record SchemaPath(List<String> steps, JsonNode schema) {

    /** Returns where a path leads to; empty if the schema has no such field. */
    static Optional<SchemaPath> find(String path, JsonNode schema, boolean brackets) {
        List<String> steps = new ArrayList<>();
        JsonNode node = schema;
        int at = 0;
        while (at < path.length()) {
            boolean bracket = path.charAt(at) == '[';
            if (bracket ? !brackets : path.charAt(at) != '.') {
                return Optional.empty();
            }
            int end = bracket ? endOfQuote(path, at + 1) : endOfName(path, at + 1);
            if (end <= at + 1 || (bracket && (end >= path.length() || path.charAt(end) != ']'))) {
                return Optional.empty();
            }
            String step = bracket ? unquoted(path.substring(at + 2, end - 1)) : path.substring(at + 1, end);
            JsonNode below = below(node, step);
            if (below == null) {
                return Optional.empty();
            }
            steps.add(step);
            node = below;
            at = bracket ? end + 1 : end;
        }
        return Optional.of(new SchemaPath(List.copyOf(steps), node));
    }

    private static @Nullable JsonNode below(JsonNode schema, String step) {
        JsonNode properties = schema.path("properties");
        JsonNode below = properties.isEmpty() ? schema.path("additionalProperties") : properties.path(step);
        return below.isObject() ? below : null;
    }

    private static int endOfName(String path, int from) {
        int end = from;
        while (end < path.length() && ".[]".indexOf(path.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Returns the index after the closing quote, or {@code from} if there is no quoted text. */
    private static int endOfQuote(String path, int from) {
        if (from >= path.length() || path.charAt(from) != '\'') {
            return from;
        }
        for (int i = from + 1; i < path.length(); i++) {
            if (path.charAt(i) == '\'' && path.charAt(i - 1) != '\\') {
                return i + 1;
            }
        }
        return from;
    }

    private static String unquoted(String text) {
        return text.replace("\\'", "'").replace("\\\\", "\\");
    }
}
