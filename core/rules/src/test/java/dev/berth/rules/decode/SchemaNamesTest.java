package dev.berth.rules.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of the fields, which are read off the Java names, are those that the model's annotations state. */
class SchemaNamesTest {

    private final Set<Class<?>> seen = new LinkedHashSet<>();

    static Stream<Class<? extends HasMetadata>> models() {
        return Kinds.all().stream().map(Kind::schema).flatMap(Optional::stream);
    }

    @ParameterizedTest
    @MethodSource("models")
    void names_of_fields_are_those_of_the_annotations(Class<? extends HasMetadata> model) {
        visit(model);

        for (Class<?> type : seen) {
            Set<String> stated = new TreeSet<>();
            for (Field field : type.getDeclaredFields()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (property != null) {
                    stated.add(property.value().isEmpty() ? field.getName() : property.value());
                }
            }
            stated.removeAll(SchemaReader.SINCE_1_37.getOrDefault(type.getSimpleName(), Set.of()));
            assertThat(new SchemaReader().schemaOf(type).names())
                    .as(type.getName())
                    .hasSameElementsAs(stated);
        }
        assertThat(seen).hasSizeGreaterThan(1);
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(this::visit);
        } else if (type instanceof Class<?> model && isWithFields(model) && seen.add(model)) {
            for (Field field : model.getDeclaredFields()) {
                if (field.getAnnotation(JsonProperty.class) != null) {
                    visit(field.getGenericType());
                }
            }
        }
    }

    /** Whether the reader reads the fields of the class: quantities and the like are values for it. */
    private static boolean isWithFields(Class<?> type) {
        return type.getName().startsWith("io.fabric8.kubernetes.api.model.")
                && !Set.of("Quantity", "IntOrString", "FieldsV1").contains(type.getSimpleName());
    }
}
