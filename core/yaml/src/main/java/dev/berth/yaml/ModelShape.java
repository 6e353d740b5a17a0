package dev.berth.yaml;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.berth.model.ModelFields;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of one class are walked: their fields in order, and the map of fields that the class does not know.
 *
 * <p>Jackson's own introspection decides which fields there are and when they count as absent, so that a class is
 * written as in its JSON; {@link ModelFields} has the same result for the classes of the model. Jackson first converts objects of a class with unusual annotations (a custom serializer, a
 * format, an unwrapped field).
 */
final class ModelShape {

    /** Loaded for the first class that needs it. */
    static final class Jackson {
        static final ObjectMapper MAPPER = new ObjectMapper();

        private Jackson() {}
    }

    private static final List<Class<? extends Annotation>> OUT_OF_THE_ORDINARY = List.of(
            JsonSerialize.class,
            JsonAppend.class,
            JsonFilter.class,
            JsonFormat.class,
            JsonIdentityInfo.class,
            JsonIdentityReference.class,
            JsonRawValue.class,
            JsonTypeInfo.class,
            JsonUnwrapped.class);

    private static final ClassValue<ModelShape> SHAPES = new ClassValue<>() {
        @Override
        protected ModelShape computeValue(Class<?> type) {
            return ModelFields.areOf(type) ? ofFields(type) : describe(type);
        }
    };

    /** Null if Jackson converts the objects of the class. */
    final ModelProperty @Nullable [] properties;

    final @Nullable ModelProperty name;
    private final Set<String> names;
    private final @Nullable MethodHandle others;

    private ModelShape(ModelProperty @Nullable [] properties, Set<String> names, @Nullable MethodHandle others) {
        this.properties = properties;
        this.names = names;
        this.others = others;
        ModelProperty found = null;
        if (properties != null) {
            for (ModelProperty property : properties) {
                found = property.name.equals("name") ? property : found;
            }
        }
        this.name = found;
    }

    static ModelShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Returns the fields that the class does not know, or null if there are none. */
    @Nullable Map<?, ?> others(Object bean) {
        if (others == null) {
            return null;
        }
        try {
            Map<?, ?> found = (Map<?, ?>) (Object) others.invokeExact(bean);
            return found == null || found.isEmpty() ? null : found;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UnwritableValueException(
                    "the additional properties of " + bean.getClass() + " cannot be read: " + e);
        }
    }

    /** Returns whether objects of the class can have fields that the class does not know. */
    boolean hasOthers() {
        return others != null;
    }

    boolean hasProperty(String key) {
        return names.contains(key);
    }

    /** Describes a class of the model. */
    static ModelShape ofFields(Class<?> type) {
        ModelFields fields = ModelFields.of(type);
        Comparator<String> order = KeyOrder.of(type);
        ModelProperty[] properties = fields.fields().stream()
                .sorted((one, other) -> order.compare(one.name(), other.name()))
                .map(ModelProperty::of)
                .toArray(ModelProperty[]::new);
        Set<String> names = new HashSet<>();
        for (ModelProperty property : properties) {
            names.add(property.name);
        }
        return new ModelShape(properties, names, ModelProperty.getter(fields.others()));
    }

    /** Describes a class with the help of Jackson. */
    static ModelShape describe(Class<?> type) {
        SerializationConfig config = Jackson.MAPPER.getSerializationConfig();
        JavaType javaType = config.constructType(type);
        BeanDescription bean = config.introspect(javaType);
        List<BeanPropertyDefinition> fields = bean.findProperties().stream()
                .filter(BeanPropertyDefinition::couldSerialize)
                .filter(field -> !config.getAnnotationIntrospector().hasIgnoreMarker(field.getAccessor()))
                .toList();
        AnnotatedMember others = bean.findAnyGetter();
        boolean ordinary = !javaType.isEnumType()
                && !javaType.isContainerType()
                && bean.findJsonValueAccessor() == null
                && isOrdinary(bean.getClassInfo())
                && !type.getName().startsWith("java.")
                && fields.stream().allMatch(field -> isOrdinary(field.getAccessor()))
                && (others == null || Map.class.isAssignableFrom(others.getRawType()));
        if (!ordinary) {
            return new ModelShape(null, Set.of(), null);
        }
        JsonInclude.Value inclusion = bean.findPropertyInclusion(config.getDefaultPropertyInclusion());
        Comparator<String> order = KeyOrder.of(type);
        ModelProperty[] properties = fields.stream()
                .sorted(Comparator.comparing(BeanPropertyDefinition::getName, order))
                .map(field -> ModelProperty.of(field, inclusion))
                .toArray(ModelProperty[]::new);
        Set<String> names =
                Set.copyOf(fields.stream().map(BeanPropertyDefinition::getName).toList());
        return new ModelShape(properties, names, others == null ? null : ModelProperty.getter(others));
    }

    private static boolean isOrdinary(Annotated annotated) {
        return OUT_OF_THE_ORDINARY.stream().noneMatch(annotated::hasAnnotation);
    }
}
