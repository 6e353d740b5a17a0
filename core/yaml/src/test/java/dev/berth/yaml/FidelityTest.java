package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a model contains, readers of YAML 1.1 and YAML 1.2 read exactly that. */
class FidelityTest {

    private final YamlWriter writer = new YamlWriter();

    @Property(tries = 1000)
    void every_string_reads_back_as_that_string_wherever_it_is(@ForAll("texts") String text) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("value", text);
        model.put("list", List.of(text, List.of(text), Map.of("in", text), text));
        model.put("keys", Map.of(text, text));
        model.put("nested", Map.of("deeper", Map.of(text, Map.of("a", text))));
        model.put("z", "the last one");

        assertReadsBack(model);
    }

    // The edge cases of so many combined generators would use up all tries; Texts brings its own.
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void every_nesting_reads_back(@ForAll("maps") Map<String, Object> model) {
        assertReadsBack(model);
    }

    @Property(tries = 1000)
    void every_number_reads_back_with_all_of_its_digits(@ForAll("numbers") Number number) {
        assertReadsBack(Map.of("number", number, "list", List.of(number)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.all();
    }

    @Provide
    Arbitrary<Number> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(n -> n),
                Arbitraries.longs().map(n -> n),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
                        .map(n -> n),
                Arbitraries.doubles().map(n -> n),
                Arbitraries.floats().map(Float::doubleValue).map(n -> n),
                Arbitraries.integers().between(-300, 300).map(n -> Math.pow(10, n)),
                Arbitraries.of(Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 2e-3, 0.1, 1e21, 1e-7));
    }

    @Provide
    Arbitrary<Map<String, Object>> maps() {
        return maps(4);
    }

    private Arbitrary<Map<String, Object>> maps(int levels) {
        return Arbitraries.maps(Texts.all(), values(levels - 1)).ofMaxSize(4);
    }

    private Arbitrary<Object> values(int levels) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Texts.all().asGeneric(),
                numbers().asGeneric(),
                Arbitraries.of(true, false).asGeneric().injectNull(0.3));
        return levels == 0
                ? scalars
                : Arbitraries.oneOf(
                        scalars,
                        values(levels - 1).list().ofMaxSize(3).asGeneric(),
                        maps(levels).asGeneric());
    }

    private void assertReadsBack(Map<String, Object> model) {
        byte[] yaml = writer.toBytes(model);

        assertThat(YamlReaders.jackson(yaml))
                .as("YAML 1.1 of%n%s", new String(yaml, StandardCharsets.UTF_8))
                .satisfies(read -> assertSame(read, model));
        assertThat(YamlReaders.engineCore(yaml)).as("YAML 1.2 core").satisfies(read -> assertSame(read, model));
        assertThat(YamlReaders.engineJson(yaml)).as("YAML 1.2 JSON").satisfies(read -> assertSame(read, model));
    }

    private static void assertSame(Object read, Map<String, Object> model) {
        assertThat(YamlReaders.same(read, model))
                .as("%s%nwas read, but this was written:%n%s", read, model)
                .isTrue();
    }
}
