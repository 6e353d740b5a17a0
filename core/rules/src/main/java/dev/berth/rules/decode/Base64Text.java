package dev.berth.rules.decode;

/** Standard base64 with padding, as Go reads it: line breaks are skipped, everything else must be exact. */
final class Base64Text {
    private Base64Text() {}

    static boolean isValid(String text) {
        int digits = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                continue;
            }
            if (c == '=') {
                padding++;
            } else if (padding > 0 || !isDigit(c)) {
                return false;
            } else {
                digits++;
            }
        }
        return (digits + padding) % 4 == 0 && padding <= 2;
    }

    private static boolean isDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
