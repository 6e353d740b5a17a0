package dev.berth.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageVersionTest {

    @Test
    void comparesNumberByNumber() {
        List<ImageVersion> oldestFirst = Stream.of("5.7", "8.0", "8.0.40", "8.4", "10.2", "10.6", "10.11", "11.4")
                .map(ImageVersion::of)
                .toList();

        assertThat(oldestFirst.stream().sorted()).isEqualTo(oldestFirst);
    }

    @ParameterizedTest
    @CsvSource({"10.6, 10.11", "9.6, 10", "8, 8.1", "8.0.9, 8.0.10", "9, 18446744073709551616"})
    void saysThatAVersionIsOlder(String older, String newer) {
        assertThat(ImageVersion.of(older).isOlderThan(ImageVersion.of(newer))).isTrue();
        assertThat(ImageVersion.of(newer).isOlderThan(ImageVersion.of(older))).isFalse();
    }

    @Test
    void countsAMissingNumberAsZero() {
        ImageVersion line = ImageVersion.of("8");
        ImageVersion first = ImageVersion.of("8.0");

        assertThat(line).isEqualByComparingTo(first).isNotEqualTo(first);
    }

    @Test
    void keepsTheFirstNumbers() {
        ImageVersion version = ImageVersion.of("10.11.4");

        assertThat(version.first(2)).hasToString("10.11");
        assertThat(version.first(5)).hasToString("10.11.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.", "1..2", "latest"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> ImageVersion.of(text)).isInstanceOf(NumberFormatException.class);
    }
}
