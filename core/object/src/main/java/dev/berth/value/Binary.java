package dev.berth.value;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that are not text, such as a key store. Rendered as base64. */
public final class Binary {

    private final byte[] bytes;

    private Binary(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these bytes. */
    public static Binary of(byte[] bytes) {
        return new Binary(bytes.clone());
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** The bytes as base64, as the API server reads them. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size only, because the bytes may be confidential. */
    @Override
    public String toString() {
        return "Binary{" + bytes.length + " bytes}";
    }
}
