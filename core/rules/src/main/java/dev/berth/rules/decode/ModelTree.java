package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.model.ModelFields;
import dev.berth.model.ModelFields.ModelField;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a model object into a tree. Jackson returns the same tree, but first creates a serializer for each class of the
 * model that it meets; it still converts the values that are not of the model.
 */
final class ModelTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ModelTree() {}

    /** Returns the tree of an object: its fields with a value, then those that its class does not know. */
    static ObjectNode of(Object model) {
        ModelFields fields = ModelFields.of(model.getClass());
        ObjectNode tree = NODES.objectNode();
        for (ModelField field : fields.fields()) {
            Object value = ModelFields.value(field.member(), model);
            if (value != null && !(field.isAbsentWhenEmpty() && isEmpty(value))) {
                tree.set(field.name(), value(value));
            }
        }
        if (ModelFields.value(fields.others(), model) instanceof Map<?, ?> others) {
            others.forEach((name, value) -> tree.set(String.valueOf(name), value(value)));
        }
        return tree;
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> list ? list.isEmpty() : ((Map<?, ?>) value).isEmpty();
    }

    private static JsonNode value(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Quantity amount) {
            return NODES.textNode(amount.toString());
        }
        if (value instanceof IntOrString either && either.getValue() != null) {
            return value(either.getValue());
        }
        if (value instanceof Collection<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(element -> array.add(value(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, entry) -> object.set(String.valueOf(key), value(entry)));
            return object;
        }
        return ModelFields.areOf(value.getClass()) ? of(value) : ModelBinder.convert(value);
    }
}
