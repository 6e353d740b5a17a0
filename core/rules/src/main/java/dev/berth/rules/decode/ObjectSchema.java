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

/**
 * The fields of one Kubernetes type, and its model class.
 *
 * <p>They are read off the class when an object of the type is first seen. A pod has a hundred types, most of which no
 * document of a tree has, and reading them all took a tenth of a cold run.
 */
final class ObjectSchema {
    private final Class<?> model;
    private final SchemaReader reader;
    /** Read at most once for each thread, with the same result. */
    private volatile @Nullable Members members;

    /**
     * A field of a type.
     *
     * @param type the type of its values
     * @param member the Java field of the model class
     */
    record SchemaField(FieldType type, Field member) {}

    /** What a model class has. */
    static final class Members {
        private final Map<String, SchemaField> fields = new HashMap<>();
        private final List<Field> nullIfAbsent = new ArrayList<>(0);
        private final Constructor<?> constructor;

        Members(Class<?> model) {
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
    }

    ObjectSchema(Class<?> model, SchemaReader reader) {
        this.model = model;
        this.reader = reader;
    }

    private Members members() {
        Members known = members;
        if (known == null) {
            known = reader.membersOf(model);
            members = known;
        }
        return known;
    }

    @Nullable SchemaField field(String name) {
        return members().fields.get(name);
    }

    Set<String> names() {
        return members().fields.keySet();
    }

    /** Returns an object of the model class with the values of a tree that was checked before. */
    Object bind(JsonNode tree) {
        Members known = members();
        try {
            Object bound = known.constructor.newInstance();
            for (Field member : known.nullIfAbsent) {
                member.set(bound, null);
            }
            for (Map.Entry<String, JsonNode> entry : tree.properties()) {
                SchemaField field = known.fields.get(entry.getKey());
                if (field != null) {
                    Class<?> raw = field.member().getType();
                    field.member().set(bound, field.type().bind(entry.getValue(), raw));
                }
            }
            return bound;
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException("A tree that fits its schema must fit its model", unexpected);
        }
    }
}
