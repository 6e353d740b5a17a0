package dev.berth.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The amounts of {@code resource.Quantity}, including the bits that it loses. */
class AmountTest {
    private static Amount amount(String text) {
        return Amount.parse(text);
    }

    @Test
    void a_decimal_amount_is_not_limited_to_63_bits() {
        assertThat(amount("10E")).isLessThan(amount("20E"));
        assertThat(amount("10E")).isEqualByComparingTo(amount("1e19"));
        assertThat(amount("99999999999999999999")).isLessThan(amount("100000000000000000000"));
        assertThat(amount("1e300")).isGreaterThan(amount("9e299"));
    }

    @Test
    void an_amount_with_a_suffix_of_1024_is_limited_to_63_bits() {
        assertThat(amount("8Ei")).isEqualByComparingTo(amount("100Ei"));
        assertThat(amount("-8Ei")).isEqualByComparingTo(amount("-100Ei"));
        assertThat(amount("8Ei")).isEqualByComparingTo(amount("9223372036854775807"));
        assertThat(amount("7Ei")).isLessThan(amount("8Ei"));
    }

    @Test
    void fractions_of_a_billionth_are_rounded_up() {
        assertThat(amount("1e-12")).isEqualByComparingTo(amount("1n"));
        assertThat(amount("0.1n")).isEqualByComparingTo(amount("1n"));
        assertThat(amount("1e-2000000000")).isEqualByComparingTo(amount("1n"));
        assertThat(amount("-0.1n")).isEqualByComparingTo(amount("-1n"));
    }

    @Test
    void a_whole_number_is_recognized_by_its_thousandths_in_64_bits() {
        assertThat(amount("3").isWhole()).isTrue();
        assertThat(amount("3000m").isWhole()).isTrue();
        assertThat(amount("1.5").isWhole()).isFalse();
        assertThat(amount("0.0001").isWhole()).isFalse();
        // Too large and short: counted as 0.
        assertThat(amount("10E").isWhole()).isTrue();
        // Too large and long: its lowest 64 bits count, which are not a multiple of 1000.
        assertThat(amount("9500000000000000001").isWhole()).isFalse();
        assertThat(amount("100Ei").isWhole()).isTrue();
    }

    @Test
    void sums_are_not_limited() {
        assertThat(amount("9E").plus(amount("9E"))).isEqualByComparingTo(amount("18E"));
        assertThat(amount("8Ei").plus(amount("8Ei"))).isGreaterThan(amount("8Ei"));
    }

    @Test
    void no_amount_uses_much_memory() {
        Amount vast = amount("1e2000000000");
        assertThat(vast).isGreaterThan(amount("1e900"));
        assertThat(vast.plus(amount("1"))).isGreaterThan(vast);
        assertThat(vast.isWhole()).isTrue();
    }
}
