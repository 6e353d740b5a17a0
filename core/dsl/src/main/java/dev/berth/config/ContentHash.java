package dev.berth.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.value.Binary;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The first 64 bits of SHA-256 over strings, each preceded by its length so that boundaries matter. */
final class ContentHash {

    private static final int BYTES = 8;

    private ContentHash() {}

    static String of(String kind, String name, Map<String, String> texts, Map<String, Binary> binary) {
        MessageDigest hash = sha256();
        add(hash, kind);
        add(hash, name);
        new TreeMap<>(texts).forEach((key, text) -> {
            add(hash, key);
            add(hash, text);
        });
        new TreeMap<>(binary).forEach((key, bytes) -> {
            add(hash, key);
            add(hash, bytes.base64());
        });
        return HexFormat.of().formatHex(hash.digest(), 0, BYTES);
    }

    private static void add(MessageDigest hash, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
