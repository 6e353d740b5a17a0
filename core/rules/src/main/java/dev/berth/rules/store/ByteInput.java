package dev.berth.rules.store;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteOutput} wrote. */
final class ByteInput {

    private final byte[] bytes;
    private int place;

    ByteInput(byte[] bytes, int from) {
        this.bytes = bytes;
        this.place = from;
    }

    int octet() {
        return bytes[place++];
    }

    /** Reads a number that is known to fit into an int. */
    int count() {
        return (int) number();
    }

    long number() {
        long number = 0;
        int shift = 0;
        int next = bytes[place++];
        while (next < 0) {
            number |= (long) (next & 0x7f) << shift;
            shift += 7;
            next = bytes[place++];
        }
        return number | ((long) next << shift);
    }

    String text() {
        int length = count();
        String text = new String(bytes, place, length, StandardCharsets.UTF_8);
        place += length;
        return text;
    }
}
