package dev.berth.cel.library;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The escape sequences of URLs. Mirrors {@code unescape} and {@code escape} in {@code net/url} of Go 1.26. */
final class UrlEscapes {
    private static final String UNRESERVED = "-_.~";
    private static final String IN_PATH = UNRESERVED + "$&+,/:;=@";
    private static final String IN_WRITTEN_PATH = IN_PATH + "!'()*[]%";

    private UrlEscapes() {}

    /** Returns whether every {@code %} is followed by two hexadecimal digits. */
    static boolean isValid(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || hex(text.charAt(at + 1)) < 0 || hex(text.charAt(at + 2)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns a name or value of a query, decoded. */
    static String decodeQuery(String text) {
        return decode(text.replace('+', ' '));
    }

    /** Returns the path as it is written, or escaped if it has characters that need it. */
    static String path(String path) {
        boolean valid = path.chars().allMatch(c -> isAlphanumeric(c) || IN_WRITTEN_PATH.indexOf(c) >= 0);
        if (valid || path.equals("*")) {
            return path;
        }
        StringBuilder escaped = new StringBuilder();
        for (byte part : decode(path).getBytes(StandardCharsets.UTF_8)) {
            int c = part & 0xff;
            if (isAlphanumeric(c) || IN_PATH.indexOf(c) >= 0) {
                escaped.append((char) c);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", c));
            }
        }
        return escaped.toString();
    }

    /** Returns a valid text without its escape sequences. */
    static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                bytes.write(hex((char) encoded[i + 1]) << 4 | hex((char) encoded[i + 2]));
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
