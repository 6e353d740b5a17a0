package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.tree.ListKeys;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What identifies the elements of a list when two versions of it are compared: the key that the API server uses, otherwise a
 * field with a different value in each element. Custom resources have many such lists.
 */
final class ElementKeys {
    private static final List<String> NAMES = List.of("name", "key", "type", "host", "path", "id");

    private ElementKeys() {}

    /** Returns whether the elements of both lists have keys. */
    static boolean identify(String field, JsonNode before, JsonNode after) {
        return key(field, before, after).isPresent();
    }

    /** Returns the elements of one of the two lists by key, in order. */
    static Map<String, JsonNode> byKey(String field, JsonNode before, JsonNode after, JsonNode list) {
        Function<JsonNode, @Nullable String> key = key(field, before, after).orElseThrow();
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        for (JsonNode element : list) {
            elements.put(String.valueOf(key.apply(element)), element);
        }
        return elements;
    }

    /** Returns whether the key identifies the element in some list. */
    static boolean isKeyOf(String field, JsonNode element, String key) {
        return key.equals(ListKeys.of(field, element))
                || key.equals(subject(element))
                || NAMES.stream().anyMatch(name -> key.equals(text(element, name)));
    }

    private static Optional<Function<JsonNode, @Nullable String>> key(String field, JsonNode before, JsonNode after) {
        Function<JsonNode, @Nullable String> server = element -> ListKeys.of(field, element);
        if (isUnique(server, before) && isUnique(server, after)) {
            return Optional.of(server);
        }
        if (field.equals("subjects")) {
            Function<JsonNode, @Nullable String> subject = ElementKeys::subject;
            return isUnique(subject, before) && isUnique(subject, after) ? Optional.of(subject) : Optional.empty();
        }
        for (String name : NAMES) {
            Function<JsonNode, @Nullable String> named = element -> text(element, name);
            if (isUnique(named, before) && isUnique(named, after)) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }

    private static boolean isUnique(Function<JsonNode, @Nullable String> key, JsonNode list) {
        Set<String> seen = new HashSet<>();
        for (JsonNode element : list) {
            String value = key.apply(element);
            if (value == null || !seen.add(value)) {
                return false;
            }
        }
        return true;
    }

    /** The subject of a role binding: two of them may have the same name in different namespaces. */
    private static @Nullable String subject(JsonNode element) {
        String kind = text(element, "kind");
        String name = text(element, "name");
        String namespace = element.path("namespace").asText("");
        return kind == null || name == null ? null : kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    private static @Nullable String text(JsonNode element, String name) {
        JsonNode value = element.path(name);
        return value.isTextual() && !value.asText().isEmpty() ? value.asText() : null;
    }
}
