package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The YAML writer cannot see the table of kinds, so this test holds the one against the other. */
class KeyOrderOfKindsTest {

    static Stream<Kind> judged() {
        return Kinds.all().stream().filter(Kind::isJudged);
    }

    @ParameterizedTest
    @MethodSource("judged")
    void the_writer_has_an_order_of_its_own_for_the_type_that_the_row_names_and_for_no_other(Kind kind) {
        Stream<Class<?>> types = Stream.concat(
                Stream.of(kind.model()),
                Stream.of(kind.model().getMethods())
                        .filter(method -> method.getName().equals("getSpec"))
                        .map(method -> (Class<?>) method.getReturnType()));

        assertThat(types.filter(type -> KeyOrder.of(type) != KeyOrder.GENERAL).map(Class::getSimpleName))
                .containsExactlyElementsOf(kind.keyOrder().stream().toList());
    }
}
