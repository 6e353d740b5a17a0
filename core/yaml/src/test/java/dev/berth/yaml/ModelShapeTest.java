package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.ModelFields;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every class of the model is written as Jackson's introspection says, whether it is used for it or not. */
class ModelShapeTest {

    @Test
    void fields_of_every_class_are_those_that_jackson_finds() {
        List<String> read = new ArrayList<>();
        models().filter(ModelFields::areOf).forEach(type -> {
            assertThat(text(ModelShape.ofFields(type))).as(type.getName()).isEqualTo(text(ModelShape.describe(type)));
            read.add(type.getSimpleName());
        });
        assertThat(read).hasSizeGreaterThan(500).contains("Pod", "StatefulSet", "Container", "ObjectMeta");
    }

    @Test
    void schemas_and_values_are_left_to_jackson() {
        assertThat(models().filter(type -> !ModelFields.areOf(type)))
                .extracting(Class::getSimpleName)
                .contains("Quantity", "IntOrString", "MicroTime", "DaemonEndpoint");
    }

    private static List<String> text(ModelShape shape) {
        List<String> text = new ArrayList<>();
        for (ModelProperty property : Objects.requireNonNull(shape.properties)) {
            text.add(property.toString());
        }
        text.add(shape.hasOthers() ? "others" : "no others");
        return text;
    }

    /** Returns the classes in the jars of the model that are on the class path. */
    private static Stream<Class<?>> models() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(jar -> jar.toLowerCase(Locale.ROOT).contains("kubernetes-model"))
                .flatMap(ModelShapeTest::classes);
    }

    private static Stream<Class<?>> classes(String jar) {
        try (JarFile file = new JarFile(jar)) {
            return Collections.list(file.entries()).stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("io/fabric8/kubernetes/api/model/[\\w/]+\\.class"))
                    .filter(name -> !name.matches(".*(Fluent|Builder)\\.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(ModelShapeTest::load)
                    .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Pod.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
