package dev.berth.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of UTF-8 bytes, which one writer reuses for every document. */
public final class Utf8Buffer {

    private static final byte[] SPACES = new byte[128];

    static {
        Arrays.fill(SPACES, (byte) ' ');
    }

    /** The bytes so far, in the first {@link #size} places. Call {@link #ensure} before writing here. */
    public byte[] bytes = new byte[8 * 1024];

    int size;

    private final NarrowText narrowText = new NarrowText();

    public void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more), Math.addExact(bytes.length, bytes.length)));
        }
    }

    public void put(char ascii) {
        ensure(1);
        bytes[size++] = (byte) ascii;
    }

    public void put(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    public void putAscii(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    public void putUtf8(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns whether {@link #putNarrow} can write any part of the string. */
    public boolean isNarrow(String text) {
        return narrowText.isNarrow(text);
    }

    /**
     * Writes a part of a narrow string if each of its characters is visible ASCII or a space; otherwise returns false.
     */
    public boolean putNarrow(String text, int from, int to) {
        ensure(to - from);
        if (!NarrowText.copy(text, from, to, bytes, size)) {
            return false;
        }
        size += to - from;
        return true;
    }

    /** Writes a code point that is not a surrogate. */
    public void putCodePoint(int point) {
        ensure(4);
        if (point < 0x80) {
            bytes[size++] = (byte) point;
        } else if (point < 0x800) {
            bytes[size++] = (byte) (0xC0 | (point >> 6));
            bytes[size++] = (byte) (0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            bytes[size++] = (byte) (0xE0 | (point >> 12));
            bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (point & 0x3F));
        } else {
            bytes[size++] = (byte) (0xF0 | (point >> 18));
            bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (point & 0x3F));
        }
    }

    public void spaces(int count) {
        ensure(count);
        for (int left = count; left > 0; left -= SPACES.length) {
            int now = Math.min(left, SPACES.length);
            System.arraycopy(SPACES, 0, bytes, size, now);
            size += now;
        }
    }

    public void newLine(int indent) {
        put('\n');
        spaces(indent);
    }

    /** Removes the current line and returns it. */
    public byte[] takeLine() {
        int start = size;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        byte[] line = Arrays.copyOfRange(bytes, start, size);
        size = start;
        return line;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
