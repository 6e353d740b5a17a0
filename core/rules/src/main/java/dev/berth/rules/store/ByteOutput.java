package dev.berth.rules.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes bytes one after the other, in the form that {@link ByteInput} reads. */
final class ByteOutput {

    private byte[] bytes = new byte[1 << 10];
    private int size;

    int size() {
        return size;
    }

    /** Returns the bytes so far, and removes them. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    void octet(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void octets(byte[] values) {
        ensure(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
    }

    /** Writes seven bits per byte, the lowest first; the eighth bit says that more follow. */
    void number(long number) {
        ensure(10);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        octets(encoded);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
