package dev.berth.yaml;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.berth.model.ModelFields.ModelField;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One field of a model class: its key in YAML, how to read it, and when it counts as absent. */
final class ModelProperty {

    /** {@code mode} and {@code defaultMode} of volumes: permissions, which people read in octal. */
    private static final Set<String> MODES = Set.of("mode", "defaultMode");

    final String name;

    /** The key with its colon. */
    final byte[] key;

    final boolean isMode;
    final boolean isStringMap;
    private final boolean absentWhenEmpty;
    private final MethodHandle getter;

    private ModelProperty(
            String name,
            byte[] key,
            boolean isMode,
            boolean isStringMap,
            boolean absentWhenEmpty,
            MethodHandle getter) {
        this.name = name;
        this.key = key;
        this.isMode = isMode;
        this.isStringMap = isStringMap;
        this.absentWhenEmpty = absentWhenEmpty;
        this.getter = getter;
    }

    static ModelProperty of(BeanPropertyDefinition definition, JsonInclude.Value ofClass) {
        AnnotatedMember accessor = definition.getAccessor();
        JsonInclude.Include include =
                ofClass.withOverrides(definition.findInclusion()).getValueInclusion();
        boolean isMode = MODES.contains(definition.getName()) && accessor.getRawType() == Integer.class;
        boolean isStringMap = accessor.getType().isMapLikeType()
                && accessor.getType().getContentType().getRawClass() != Object.class;
        return new ModelProperty(
                definition.getName(),
                key(definition.getName()),
                isMode,
                isStringMap,
                include == JsonInclude.Include.NON_EMPTY,
                getter(accessor));
    }

    static ModelProperty of(ModelField field) {
        Field member = field.member();
        boolean isStringMap = member.getType() == Map.class
                && member.getGenericType() instanceof ParameterizedType map
                && map.getActualTypeArguments()[1] != Object.class;
        return new ModelProperty(
                field.name(),
                key(field.name()),
                MODES.contains(field.name()) && member.getType() == Integer.class,
                isStringMap,
                field.isAbsentWhenEmpty(),
                getter(member));
    }

    private static byte[] key(String name) {
        Utf8Buffer key = new Utf8Buffer();
        ScalarWriter.key(key, name);
        key.put(':');
        return key.toBytes();
    }

    static MethodHandle getter(Field field) {
        try {
            return asGetter(MethodHandles.lookup().unreflectGetter(field));
        } catch (IllegalAccessException e) {
            throw new UnwritableValueException(field + " cannot be read");
        }
    }

    private static MethodHandle asGetter(MethodHandle handle) {
        return handle.asType(MethodType.methodType(Object.class, Object.class));
    }

    static MethodHandle getter(AnnotatedMember accessor) {
        accessor.fixAccess(false);
        try {
            MethodHandle handle = accessor.getMember() instanceof Method method
                    ? MethodHandles.lookup().unreflect(method)
                    : MethodHandles.lookup().unreflectGetter((Field) accessor.getMember());
            return asGetter(handle);
        } catch (IllegalAccessException e) {
            throw new UnwritableValueException(accessor.getFullName() + " cannot be read: make it public");
        }
    }

    /** Returns the value of this field, or null if the object does not have it. */
    @Nullable Object read(Object bean) {
        Object value;
        try {
            value = (Object) getter.invokeExact(bean);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UnwritableValueException("field " + name + " cannot be read: " + e);
        }
        return value != null && absentWhenEmpty && isEmpty(value) ? null : value;
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> entries && entries.isEmpty())
                || (value instanceof String text && text.isEmpty());
    }

    @Override
    public String toString() {
        return name
                + (isMode ? ", a mode" : "")
                + (isStringMap ? ", a map of strings" : "")
                + (absentWhenEmpty ? ", absent when empty" : "");
    }
}
