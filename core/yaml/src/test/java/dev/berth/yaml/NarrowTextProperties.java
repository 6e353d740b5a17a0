package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class NarrowTextProperties {

    private final NarrowText narrow = new NarrowText();

    @Example
    void a_character_whose_lower_byte_looks_like_ascii_is_not_narrow() {
        assertThat(narrow.isNarrow("caf\u00E9")).isTrue();
        assertThat(narrow.isNarrow("\u0120space")).isFalse();
        assertThat(narrow.isNarrow("x".repeat(100_000))).isTrue();
        assertThat(narrow.isNarrow("x".repeat(100_000) + "\u0141")).isFalse();
        assertThat(narrow.isNarrow("\uD83D\uDE00")).isFalse();
    }

    @Property
    void a_character_outside_of_visible_ascii_is_seen_wherever_it_stands(
            @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String text,
            @ForAll @IntRange(max = 40) int place,
            @ForAll @CharRange(from = 0, to = 0xFF) char odd) {
        int at = Math.min(place, text.length());
        String mixed = text.substring(0, at) + odd + text.substring(at);
        byte[] bytes = new byte[mixed.length() + 3];

        assertThat(NarrowText.copy(text, 0, text.length(), new byte[text.length()], 0))
                .isTrue();
        assertThat(NarrowText.copy(mixed, 0, mixed.length(), bytes, 3)).isEqualTo(odd >= ' ' && odd <= '~');
        assertThat(new String(bytes, 3, mixed.length(), StandardCharsets.ISO_8859_1))
                .isEqualTo(mixed);
    }
}
