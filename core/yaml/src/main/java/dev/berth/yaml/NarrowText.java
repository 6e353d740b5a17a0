package dev.berth.yaml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Copies strings whose characters fit into one byte each, as in most configuration files, at the speed of memory. */
final class NarrowText {

    private static final int CHUNK = 2048;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x2020202020202020L;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();

    /** Returns whether each character fits into one byte. */
    boolean isNarrow(String text) {
        for (int from = 0; from < text.length(); from += CHUNK) {
            int to = Math.min(from + CHUNK, text.length());
            text.getChars(from, to, chars.array(), 0);
            chars.clear().limit(to - from);
            if (encoder.reset().encode(chars, bytes.clear(), true).isError()) {
                return false;
            }
        }
        return true;
    }

    /** Copies a part of a narrow string and returns whether all of it is visible ASCII or spaces. */
    @SuppressWarnings(
            "deprecation") // The deprecated method drops the upper byte of each character, which is zero in a narrow
    // string.
    static boolean copy(String text, int from, int to, byte[] target, int at) {
        text.getBytes(from, to, target, at);
        int end = at + to - from;
        int next = at;
        long outside = 0;
        for (; next <= end - Long.BYTES; next += Long.BYTES) {
            long eight = (long) EIGHT_BYTES.get(target, next);
            // The high bit of a byte is set by the first term below a space, by the second for DEL, by the third above
            // it.
            outside |= (eight - SPACES) | (eight + ONES) | eight;
        }
        outside &= HIGH_BITS;
        for (; next < end; next++) {
            outside |= target[next] < ' ' || target[next] == 0x7F ? 1 : 0;
        }
        return outside == 0;
    }
}
