package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one Kubernetes type, and its model class. */
final class ObjectSchema {
    private final Map<String, SchemaField> fields = new HashMap<>();
    private final List<Field> nullIfAbsent = new ArrayList<>(0);
    private final Constructor<?> constructor;

    /**
     * A field of a type.
     *
     * @param type the type of its values
     * @param member the Java field of the model class
     */
    record SchemaField(FieldType type, Field member) {}

    ObjectSchema(Class<?> model) {
        try {
            this.constructor = model.getConstructor();
        } catch (NoSuchMethodException unexpected) {
            throw new IllegalStateException("A model class must have a constructor without parameters", unexpected);
        }
    }

    void put(String name, FieldType type, Field member) {
        member.setAccessible(true);
        fields.put(name, new SchemaField(type, member));
    }

    /** Makes the field null if it is absent, where the server distinguishes this from an empty list. */
    void putNullIfAbsent(Field member) {
        nullIfAbsent.add(member);
    }

    @Nullable SchemaField field(String name) {
        return fields.get(name);
    }

    Set<String> names() {
        return fields.keySet();
    }

    /** Returns an object of the model class with the values of a tree that was checked before. */
    Object bind(JsonNode tree) {
        try {
            Object model = constructor.newInstance();
            for (Field member : nullIfAbsent) {
                member.set(model, null);
            }
            for (Map.Entry<String, JsonNode> entry : tree.properties()) {
                SchemaField field = fields.get(entry.getKey());
                if (field != null) {
                    Class<?> raw = field.member().getType();
                    field.member().set(model, field.type().bind(entry.getValue(), raw));
                }
            }
            return model;
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException("A tree that fits its schema must fit its model", unexpected);
        }
    }
}
