package dev.berth.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares quantities with numbers: the suffixes are powers of 10 and of 1024. */
class QuantityProperties {

    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    /** A string and the number that it means. */
    record Written(String text, BigDecimal amount) {}

    @Provide
    Arbitrary<Written> written() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-100000"), new BigDecimal("100000"))
                .ofScale(3);
        Arbitrary<Written> decimal = Combinators.combine(
                        numbers, Arbitraries.integers().between(0, DECIMAL.size() - 1))
                .as((number, power) -> new Written(
                        number.toPlainString() + DECIMAL.get(power), number.scaleByPowerOfTen(3 * (power - 3))));
        Arbitrary<Written> binary = Combinators.combine(
                        numbers, Arbitraries.integers().between(0, BINARY.size() - 1))
                .as((number, power) -> new Written(
                        number.toPlainString() + BINARY.get(power),
                        number.multiply(BigDecimal.valueOf(1024).pow(power))));
        Arbitrary<Written> exponent = Combinators.combine(
                        numbers, Arbitraries.integers().between(-9, 9), Arbitraries.of("e", "E"))
                .as((number, power, letter) ->
                        new Written(number.toPlainString() + letter + power, number.scaleByPowerOfTen(power)));
        return Arbitraries.oneOf(decimal, binary, exponent);
    }

    @Property
    void a_quantity_keeps_its_notation_and_has_the_right_amount(@ForAll("written") Written written) {
        Quantity quantity = Quantity.of(written.text());
        assertThat(quantity).hasToString(written.text());
        assertThat(quantity.amount()).isEqualByComparingTo(written.amount());
    }

    @Property
    void quantities_are_ordered_and_equal_as_their_numbers_are(
            @ForAll("written") Written left, @ForAll("written") Written right) {
        Quantity one = Quantity.of(left.text());
        Quantity other = Quantity.of(right.text());
        int expected = left.amount().compareTo(right.amount());
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(expected));
        assertThat(one.equals(other)).isEqualTo(expected == 0);
    }

    @Property
    void an_amount_in_two_notations_is_the_same_quantity(@ForAll("written") Written written) {
        Quantity one = Quantity.of(written.text());
        Quantity other = Quantity.of(written.amount().toPlainString());
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }
}
