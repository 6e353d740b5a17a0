package dev.berth.cel.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Quantities are exact decimals, whatever their suffix. */
class QuantityValueProperties {
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "", BigDecimal.ONE,
            "m", new BigDecimal("0.001"),
            "k", new BigDecimal(1000),
            "M", new BigDecimal(1_000_000),
            "Ki", new BigDecimal(1024),
            "Mi", new BigDecimal(1024 * 1024),
            "e3", new BigDecimal(1000),
            "E-3", new BigDecimal("0.001"));

    @Property
    void two_quantities_compare_as_their_amounts_do(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long one,
            @ForAll("suffixes") String suffix,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long other,
            @ForAll("suffixes") String otherSuffix) {
        int expected = amount(one, suffix).compareTo(amount(other, otherSuffix));
        assertThat(Integer.signum(quantity(one, suffix).compareTo(quantity(other, otherSuffix))))
                .isEqualTo(expected);
        assertThat(quantity(one, suffix).sign()).isEqualTo(Long.signum(one));
    }

    @Property
    void a_sum_minus_one_operand_is_the_other(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long one,
            @ForAll("suffixes") String suffix,
            @ForAll long other) {
        QuantityValue quantity = quantity(one, suffix);
        assertThat(quantity.plus(QuantityValue.of(other)).minus(QuantityValue.of(other)))
                .isEqualTo(quantity);
    }

    @Property
    void every_whole_number_of_64_bits_is_an_integer(@ForAll long number) {
        QuantityValue quantity = quantity(number, "");
        assertThat(quantity.isInteger()).isTrue();
        assertThat(quantity.asInteger()).isEqualTo(number);
        assertThat(quantity).isEqualTo(QuantityValue.of(number));
    }

    @Property
    void what_is_printed_is_read_as_the_same_quantity(@ForAll("texts") String text) {
        QuantityValue.parse(text).ifPresent(quantity -> assertThat(QuantityValue.parse(quantity.toString()))
                .contains(quantity));
    }

    @Provide
    Arbitrary<String> suffixes() {
        return Arbitraries.of(UNITS.keySet());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("019.+-eEmkKi").ofMaxLength(7);
    }

    private static QuantityValue quantity(long number, String suffix) {
        return QuantityValue.parse(number + suffix).orElseThrow();
    }

    private static BigDecimal amount(long number, String suffix) {
        return Objects.requireNonNull(UNITS.get(suffix)).multiply(BigDecimal.valueOf(number));
    }
}
