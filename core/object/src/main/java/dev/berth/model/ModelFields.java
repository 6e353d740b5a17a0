package dev.berth.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a class of the fabric8 model, read off the class itself.
 *
 * <p>Jackson's introspection finds the same fields (a test compares them for every class), but it parses the annotations
 * of each, which took a third of the time of a cold run.
 */
public final class ModelFields {

    private static final String MODEL = "io.fabric8.kubernetes.api.model.";

    /** The schemas of custom resources, whose names and values are unusual. */
    private static final String SCHEMAS = MODEL + "apiextensions.";

    /** Classes with keys that are not the names of their fields, or whose values Jackson converts. */
    private static final Set<String> UNUSUAL = Set.of(
            "AuthInfo", "Cluster", "Config", "DaemonEndpoint", "KubernetesList", "LeaseSpec", "MicroTime", "Quantity");

    private static final String OTHERS = "additionalProperties";

    private static final ClassValue<ModelFields> KNOWN = new ClassValue<>() {
        @Override
        protected ModelFields computeValue(Class<?> type) {
            return new ModelFields(type);
        }
    };

    private final List<ModelField> fields;
    private final Field others;

    /**
     * A field that is written.
     *
     * @param name its name in Kubernetes
     * @param member the field, which can be read
     */
    public record ModelField(String name, Field member) {

        /** Returns whether an empty value of the field counts as absent. */
        public boolean isAbsentWhenEmpty() {
            return member.getType() == List.class || member.getType() == Map.class;
        }
    }

    private ModelFields(Class<?> type) {
        List<ModelField> written = new ArrayList<>();
        Field found = null;
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (field.getName().equals(OTHERS)) {
                    found = readable(field);
                } else if (!Modifier.isStatic(field.getModifiers())) {
                    written.add(new ModelField(nameOf(field), readable(field)));
                }
            }
        }
        if (found == null) {
            throw new IllegalArgumentException(type + " is not a class of the model");
        }
        this.fields = List.copyOf(written);
        this.others = found;
    }

    /** Returns whether the names of the fields of a class tell how its objects are written. */
    public static boolean areOf(Class<?> type) {
        return type.getName().startsWith(MODEL)
                && !type.getName().startsWith(SCHEMAS)
                && !UNUSUAL.contains(type.getSimpleName())
                && hasOthers(type);
    }

    /** Returns the fields of such a class. */
    public static ModelFields of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static boolean hasOthers(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(OTHERS)) {
                return true;
            }
        }
        return false;
    }

    private static Field readable(Field field) {
        field.setAccessible(true);
        return field;
    }

    /** Returns the name of a field in Kubernetes: in Java, a keyword has an underscore. */
    public static String nameOf(Field field) {
        String name = field.getName();
        return name.charAt(0) == '_' ? name.substring(1) : name;
    }

    /** Returns the fields in the order of the class. */
    public List<ModelField> fields() {
        return fields;
    }

    /** Returns the field for what the class does not know, a map by name. */
    public Field others() {
        return others;
    }

    /** Returns the value of a field of an object. */
    public static @Nullable Object value(Field field, Object model) {
        try {
            return field.get(model);
        } catch (IllegalAccessException unexpected) {
            throw new IllegalStateException("The field was made readable", unexpected);
        }
    }
}
