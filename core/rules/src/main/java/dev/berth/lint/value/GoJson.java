package dev.berth.lint.value;

import org.jspecify.annotations.Nullable;

/**
 * The size of a string in the JSON that kubectl writes.
 *
 * <p>Source: {@code appendString} with {@code escapeHTML} of {@code encoding/json/encode.go} (Go 1.24): {@code <} has six
 * bytes.
 */
final class GoJson {
    private static final int ESCAPED = 2;
    private static final int CODE = 6;

    private GoJson() {}

    /** Returns the number of bytes between the quotes. */
    static long bytes(@Nullable String text) {
        long bytes = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            bytes += bytes(text.charAt(i));
        }
        return bytes;
    }

    private static int bytes(char character) {
        return switch (character) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> ESCAPED;
            case '<', '>', '&', '\u2028', '\u2029' -> CODE;
            default ->
                character < ' '
                        ? CODE
                        : character < 0x80 ? 1 : character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
        };
    }
}
