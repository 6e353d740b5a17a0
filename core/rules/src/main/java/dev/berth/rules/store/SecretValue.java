package dev.berth.rules.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is kept instead of a value of a Secret. It shows nothing of the value but whether it is one line that ends with a
 * newline, which is a common mistake.
 */
final class SecretValue {

    private static final String LINE = "-\n";
    private static final String ENCODED_LINE = "LQo=";

    /** A longer value is a file. */
    private static final int LONGEST = 4096;

    private SecretValue() {}

    /** Returns the value to keep for a value under {@code data} or {@code stringData}. */
    static String kept(String field, JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            return "";
        }
        if (field.equals("stringData")) {
            return isLine(text) ? LINE : "";
        }
        try {
            return isLine(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8)) ? ENCODED_LINE : "";
        } catch (IllegalArgumentException refusedByTheServer) {
            return "";
        }
    }

    private static boolean isLine(String text) {
        int end = text.indexOf('\n');
        return end > 0 && end == text.length() - 1;
    }
}
