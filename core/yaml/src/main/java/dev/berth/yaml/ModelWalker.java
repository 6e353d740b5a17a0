package dev.berth.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks an object of the model and writes its block structure: mappings, and sequences whose dashes are aligned with
 * their key.
 */
final class ModelWalker {

    /** Deeper than any manifest, so that the walk of an object that contains itself ends. */
    private static final int DEEPEST = 500;

    /** A longer key cannot be a simple key in YAML and is written with its own indicator. */
    private static final int LONGEST_SIMPLE_KEY = 1000;

    private final Utf8Buffer out;
    private boolean startsLine;
    private boolean followsDash;
    /** Whether a {@link LinkedHashMap} keeps its order: only in a custom resource, whose author arranged it. */
    private boolean keepsOrder;

    private int depth;

    ModelWalker(Utf8Buffer out) {
        this.out = out;
    }

    void document(Object root, @Nullable CommentNode comments) {
        startsLine = true;
        followsDash = false;
        depth = 0;
        keepsOrder = root instanceof GenericKubernetesResource;
        String above = comments == null ? null : comments.meet();
        if (above != null) {
            CommentLines.write(out, above, 0);
        }
        content(root, -2, false, comments);
        out.put('\n');
    }

    /** Writes what follows a colon or a dash; a mapping after a colon is indented further, a sequence is not. */
    private void content(@Nullable Object value, int indent, boolean inSequence, @Nullable CommentNode comments) {
        if (value instanceof String text) {
            gap();
            ScalarWriter.text(out, text, Math.max(indent, 0) + 2);
        } else if (value == null) {
            gap();
            out.putAscii("null");
        } else if (value instanceof Number number) {
            gap();
            NumberText.write(out, number);
        } else if (value instanceof Boolean truth) {
            gap();
            out.putAscii(truth ? "true" : "false");
        } else {
            node(value, indent, inSequence, comments);
        }
    }

    private void node(Object value, int indent, boolean inSequence, @Nullable CommentNode comments) {
        if (++depth > DEEPEST) {
            throw new UnwritableValueException(
                    "the object is nested more than " + DEEPEST + " levels deep: does it contain itself?");
        }
        if (value instanceof Collection<?> items) {
            sequence(items, inSequence || indent < 0 ? indent + 2 : indent, comments);
        } else if (value instanceof Map<?, ?> entries) {
            Comparator<String> order = keepsOrder && entries instanceof LinkedHashMap ? null : KeyOrder.GENERAL;
            braces(untyped(entries, indent + 2, order, null, comments));
        } else if (value instanceof Quantity quantity) {
            content(spelling(quantity), indent, inSequence, comments);
        } else if (value instanceof AnyType any) {
            content(any.getValue(), indent, inSequence, comments);
        } else if (value instanceof JsonNode json) {
            content(ModelShape.Jackson.MAPPER.convertValue(json, Object.class), indent, inSequence, comments);
        } else {
            ModelShape shape = ModelShape.of(value.getClass());
            if (shape.properties == null) {
                content(ModelShape.Jackson.MAPPER.convertValue(value, JsonNode.class), indent, inSequence, comments);
            } else {
                braces(typed(value, shape, shape.properties, indent + 2, comments));
            }
        }
        depth--;
    }

    private static String spelling(Quantity quantity) {
        String amount = quantity.getAmount() == null ? "" : quantity.getAmount();
        return quantity.getFormat() == null ? amount : amount.concat(quantity.getFormat());
    }

    private void sequence(Collection<?> items, int indent, @Nullable CommentNode comments) {
        if (items.isEmpty()) {
            gap();
            out.putAscii("[]");
            return;
        }
        int index = 0;
        for (Object item : items) {
            line(indent);
            CommentNode below = comments == null ? null : comments.item(nameOf(item), index);
            comment(below);
            out.put('-');
            followsDash = true;
            try {
                content(item, indent, true, below);
            } catch (UnwritableValueException e) {
                throw e.inItem(index);
            }
            followsDash = false;
            index++;
        }
    }

    private static @Nullable String nameOf(@Nullable Object item) {
        Object name = null;
        if (item instanceof Map<?, ?> entries) {
            name = entries.get("name");
        } else if (item != null) {
            ModelProperty property = ModelShape.of(item.getClass()).name;
            name = property == null ? null : property.read(item);
        }
        return name instanceof String text ? text : null;
    }

    private boolean typed(
            Object bean, ModelShape shape, ModelProperty[] properties, int indent, @Nullable CommentNode comments) {
        boolean written = false;
        for (ModelProperty property : properties) {
            Object value = property.read(bean);
            if (value == null) {
                continue;
            }
            written = true;
            line(indent);
            CommentNode below = comments == null ? null : comments.child(property.name);
            comment(below);
            out.put(property.key);
            try {
                field(property, value, indent, below);
            } catch (UnwritableValueException e) {
                throw e.inField(property.name);
            }
        }
        Map<?, ?> others = shape.others(bean);
        return others == null ? written : untyped(others, indent, KeyOrder.GENERAL, shape, comments) || written;
    }

    private void field(ModelProperty property, Object value, int indent, @Nullable CommentNode comments) {
        if (property.isMode && value instanceof Integer mode) {
            out.put(' ');
            ScalarWriter.mode(out, mode);
        } else if (property.isStringMap && value instanceof Map<?, ?> entries) {
            braces(untyped(entries, indent + 2, Comparator.naturalOrder(), null, comments));
        } else {
            content(value, indent, false, comments);
        }
    }

    private boolean untyped(
            Map<?, ?> entries,
            int indent,
            @Nullable Comparator<String> order,
            @Nullable ModelShape known,
            @Nullable CommentNode comments) {
        if (entries.isEmpty()) {
            return false;
        }
        if (order == null || entries.size() == 1) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                entry(key(entry.getKey()), entry.getValue(), indent, known, comments);
            }
            return true;
        }
        MapEntry[] sorted = new MapEntry[entries.size()];
        int count = 0;
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            sorted[count++] = new MapEntry(key(entry.getKey()), entry.getValue());
        }
        Arrays.sort(sorted, Comparator.comparing(MapEntry::key, order));
        for (MapEntry entry : sorted) {
            entry(entry.key(), entry.value(), indent, known, comments);
        }
        return true;
    }

    private record MapEntry(String key, @Nullable Object value) {}

    private static String key(@Nullable Object key) {
        if (key == null) {
            throw new UnwritableValueException("a map of the object has a null key: give the key a name");
        }
        return key.toString();
    }

    private void entry(
            String key,
            @Nullable Object value,
            int indent,
            @Nullable ModelShape known,
            @Nullable CommentNode comments) {
        if (known != null && known.hasProperty(key)) {
            throw new UnwritableValueException(
                            "it is set twice, as a field of its class and as an additional property: keep one")
                    .inField(key);
        }
        line(indent);
        CommentNode below = comments == null ? null : comments.child(key);
        comment(below);
        if (key.length() > LONGEST_SIMPLE_KEY) {
            out.putAscii("? ");
            ScalarWriter.key(out, key);
            out.newLine(indent);
        } else {
            ScalarWriter.key(out, key);
        }
        out.put(':');
        try {
            content(value, indent, false, below);
        } catch (UnwritableValueException e) {
            throw e.inField(key);
        }
    }

    private void comment(@Nullable CommentNode node) {
        String text = node == null ? null : node.meet();
        if (text != null) {
            CommentLines.insertAbove(out, text);
        }
    }

    /**
     * Starts the line of an entry, except if the entry is on a line already: as the first of the document or after a
     * dash.
     */
    private void line(int indent) {
        if (startsLine) {
            startsLine = false;
        } else if (followsDash) {
            followsDash = false;
            out.put(' ');
        } else {
            out.newLine(indent);
        }
    }

    /** Writes the space between a colon or a dash and what follows on the same line. */
    private void gap() {
        if (startsLine) {
            startsLine = false;
        } else {
            followsDash = false;
            out.put(' ');
        }
    }

    private void braces(boolean written) {
        if (!written) {
            gap();
            out.putAscii("{}");
        }
    }
}
