package dev.berth.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.review.model.FieldChange;
import dev.berth.rules.tree.ListKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that caused one refusal, as one change. */
final class RefusedFields {
    private RefusedFields() {}

    /** Returns the only field, or the field that contains all of them, with what changes in it. */
    static FieldChange of(String serverField, List<FieldChange> culprits) {
        if (culprits.isEmpty()) {
            return new FieldChange(serverField, null, null);
        }
        if (culprits.size() == 1) {
            FieldChange field = culprits.get(0);
            return new FieldChange(field.path(), names(field.path(), field.from()), names(field.path(), field.to()));
        }
        String common = common(culprits);
        return new FieldChange(
                common, words(common, culprits, FieldChange::from), words(common, culprits, FieldChange::to));
    }

    private static String common(List<FieldChange> fields) {
        String common = fields.get(0).path();
        while (!common.isEmpty() && !isWithin(fields, common)) {
            common = common.substring(0, Math.max(0, Math.max(common.lastIndexOf('.'), common.lastIndexOf('['))));
        }
        return common;
    }

    private static boolean isWithin(List<FieldChange> fields, String path) {
        return fields.stream().allMatch(field -> field.isWithin(path));
    }

    private static @Nullable JsonNode words(
            String common, List<FieldChange> fields, Function<FieldChange, @Nullable JsonNode> side) {
        List<String> words = new ArrayList<>();
        for (FieldChange field : fields) {
            JsonNode value = side.apply(field);
            if (value != null) {
                String name = name(field.path().substring(common.length()));
                JsonNode shown = names(field.path(), value);
                words.add(shown != null && shown.isValueNode() ? name + ": " + shown.asText() : name);
            }
        }
        return words.isEmpty() ? null : TextNode.valueOf(String.join(", ", words));
    }

    /** Returns the path without what encloses it: {@code data} for {@code [data]}, {@code selector} for {@code .selector}. */
    private static String name(String path) {
        if (path.startsWith(".")) {
            return path.substring(1);
        }
        return path.startsWith("[") && path.indexOf(']') == path.length() - 1
                ? path.substring(1, path.length() - 1)
                : path;
    }

    /** Returns a list with named elements as their names. */
    private static @Nullable JsonNode names(String path, @Nullable JsonNode value) {
        if (value == null || !value.isArray()) {
            return value;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode element : value) {
            String name = ListKeys.of(path.substring(path.lastIndexOf('.') + 1), element);
            if (name == null) {
                return value;
            }
            names.add(name);
        }
        return TextNode.valueOf(String.join(", ", names));
    }
}
