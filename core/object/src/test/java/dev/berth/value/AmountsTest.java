package dev.berth.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities, and the two kinds that containers and claims use: bytes and processor time. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "1Gi, 1073741824",
        "1G, 1000000000",
        "500m, 0.5",
        "1e3, 1000",
        "1E3, 1000",
        "1E, 1000000000000000000",
        "0.5, 0.5",
        ".5, 0.5",
        "5., 5",
        "+1, 1",
        "-1, -1",
        "1e-3, 0.001",
        "100n, 0.0000001",
        "1u, 0.000001"
    })
    void the_amount_of_a_quantity_is_its_number_times_its_suffix(String text, String amount) {
        assertThat(Quantity.of(text).amount()).isEqualByComparingTo(amount);
        assertThat(Quantity.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1GiB", "1K", "1mi", "1 Gi", "Gi", "1Gi ", "one", "1e", "1,5", "--1", "0x1F", "1_000", "1e3Gi", ".",
                "१Gi"
            })
    void an_invalid_quantity_is_refused_with_the_valid_suffixes(String text) {
        assertThatThrownBy(() -> Quantity.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "Quantity: Invalid value: \"" + text + "\": must be a number with one of the suffixes n u m k"
                                + " M G T P E Ki Mi Gi Ti Pi Ei, or none");
    }

    @Test
    void bytes_are_compared_by_amount_and_keep_their_notation() {
        assertThat(Bytes.mebi(1024))
                .isEqualTo(Bytes.gibi(1))
                .hasSameHashCodeAs(Bytes.gibi(1))
                .hasToString("1024Mi");
        assertThat(Bytes.of("1G")).isLessThan(Bytes.gibi(1)).isNotEqualTo(Bytes.gibi(1));
        assertThat(Bytes.kibi(1)).hasToString("1Ki");
        assertThat(Bytes.tebi(2)).hasToString("2Ti");
    }

    @Test
    void bytes_must_be_a_positive_whole_number() {
        assertThatThrownBy(() -> Bytes.gibi(0)).hasMessage("Bytes: Invalid value: \"0Gi\": must be above zero");
        assertThatThrownBy(() -> Bytes.gibi(-1)).hasMessage("Bytes: Invalid value: \"-1Gi\": must be above zero");
        assertThatThrownBy(() -> Bytes.of("500m"))
                .hasMessage("Bytes: Invalid value: \"500m\": must be a whole number of bytes");
        assertThat(Bytes.of("0.5Ki")).isEqualTo(Bytes.of("512"));
    }

    @Test
    void processor_time_is_compared_by_amount_and_keeps_its_notation() {
        assertThat(Cpu.millicores(500))
                .isEqualTo(Cpu.of("0.5"))
                .hasSameHashCodeAs(Cpu.of("0.5"))
                .hasToString("500m");
        assertThat(Cpu.cores(1)).isGreaterThan(Cpu.millicores(999)).hasToString("1");
    }

    @Test
    void processor_time_must_be_a_positive_whole_number_of_millicores() {
        assertThatThrownBy(() -> Cpu.millicores(0)).hasMessage("Cpu: Invalid value: \"0m\": must be above zero");
        assertThatThrownBy(() -> Cpu.of("0.0005"))
                .hasMessage("Cpu: Invalid value: \"0.0005\": must be a whole number of millicores");
        assertThat(Cpu.of("1000000u")).isEqualTo(Cpu.cores(1));
    }
}
