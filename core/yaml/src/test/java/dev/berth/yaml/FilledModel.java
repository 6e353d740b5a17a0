package dev.berth.yaml;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objects of the model with a value in every field, filled by reflection until a type contains itself. */
final class FilledModel {

    private static final ClassValue<Map<String, AnnotatedMethod>> SETTERS = new ClassValue<>() {
        @Override
        protected Map<String, AnnotatedMethod> computeValue(Class<?> type) {
            return FilledModel.describe(type);
        }
    };

    private final Deque<Class<?>> within = new ArrayDeque<>();
    private final int depth;
    private int count;

    /** Fills objects within objects to this depth. */
    FilledModel(int depth) {
        this.depth = depth;
    }

    /** Returns an object of the type with all fields set, each to a different value. */
    Object fill(Class<?> type) {
        return fill(type, null);
    }

    /** Returns an object of the type with only this field set. */
    Object fillOnly(Class<?> type, String field) {
        return fill(type, field);
    }

    /** Returns the fields of a type that can be both set and read, by name. */
    static Map<String, AnnotatedMethod> fields(Class<?> type) {
        return SETTERS.get(type);
    }

    private static Map<String, AnnotatedMethod> describe(Class<?> type) {
        var reading = ModelShape.Jackson.MAPPER.getDeserializationConfig();
        var writing = ModelShape.Jackson.MAPPER.getSerializationConfig();
        Set<String> readable = writing.introspect(writing.constructType(type)).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toSet());
        return reading.introspect(reading.constructType(type)).findProperties().stream()
                .filter(field -> field.getSetter() != null && readable.contains(field.getName()))
                .collect(Collectors.toMap(
                        BeanPropertyDefinition::getName, BeanPropertyDefinition::getSetter, (a, b) -> a, TreeMap::new));
    }

    private Object fill(Class<?> type, @Nullable String only) {
        within.push(type);
        try {
            Object bean = type.getConstructor().newInstance();
            for (Map.Entry<String, AnnotatedMethod> field : fields(type).entrySet()) {
                AnnotatedMethod setter = field.getValue();
                if (only != null && !only.equals(field.getKey())) {
                    continue;
                }
                Object value = setter.hasAnnotation(JsonDeserialize.class)
                        ? new RawExtension(Map.of("value", count++))
                        : value(setter.getParameterType(0));
                if (value != null) {
                    setter.callOnWith(bean, value);
                }
            }
            return bean;
        } catch (Exception e) {
            throw new IllegalStateException(type.getName(), e);
        } finally {
            within.pop();
        }
    }

    private @Nullable Object value(JavaType type) {
        Class<?> raw = type.getRawClass();
        count++;
        if (raw == String.class) {
            return "value " + count;
        } else if (raw == Integer.class) {
            return count;
        } else if (raw == Long.class) {
            return Long.MAX_VALUE - count;
        } else if (raw == Double.class) {
            return count + 0.5;
        } else if (raw == Boolean.class) {
            return count % 2 == 0;
        } else if (raw == Quantity.class) {
            return new Quantity(count + "Mi");
        } else if (raw == IntOrString.class) {
            return count % 2 == 0 ? new IntOrString(count) : new IntOrString(Integer.toString(count));
        } else if (raw == Duration.class) {
            return new Duration(java.time.Duration.ofSeconds(count));
        } else if (raw == MicroTime.class) {
            return new MicroTime("2026-11-22T10:00:00.00000" + count % 10 + "Z");
        } else if (raw == RawExtension.class) {
            return new RawExtension(Map.of("kind", "Unknown", "value", count));
        } else if (raw.isInterface() && KubernetesResource.class.isAssignableFrom(raw)) {
            return new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("n" + count)
                    .endMetadata()
                    .build();
        } else if (raw == Object.class) {
            return Map.of("any", List.of(count, "0400", true), "empty", Map.of());
        } else if (List.class.isAssignableFrom(raw)) {
            Object item = value(type.getContentType());
            return item == null ? null : List.of(item, item);
        } else if (Map.class.isAssignableFrom(raw)) {
            Object entry = value(type.getContentType());
            return entry == null ? null : Map.of("a/b." + count, entry, "yes", entry);
        }
        return within.contains(raw) || within.size() > depth ? null : fill(raw, null);
    }
}
