package dev.berth.schema.format;

import java.util.regex.Pattern;

/** Numbers with a check digit. Mirrors {@code third_party/govalidator/validator.go} of {@code k8s.io/kube-openapi}. */
final class BookAndCardNumbers {
    private static final String CARD = "4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}"
            + "|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35[0-9]{3})[0-9]{11}";

    private BookAndCardNumbers() {}

    /** Whatever is not a digit is ignored. */
    static boolean isCreditCard(String text) {
        String digits = text.replaceAll("[^0-9]+", "");
        if (!Pattern.matches(CARD, digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted % 10 + weighted / 10;
        }
        return sum % 10 == 0;
    }

    static boolean isIsbn10(String text) {
        String digits = withoutSeparators(text);
        if (!Pattern.matches("[0-9]{9}X|[0-9]{10}", digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0';
            sum += (i + 1) * digit;
        }
        return sum % 11 == 0;
    }

    static boolean isIsbn13(String text) {
        String digits = withoutSeparators(text);
        if (!Pattern.matches("[0-9]{13}", digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
        }
        return digits.charAt(12) - '0' == (10 - sum % 10) % 10;
    }

    private static String withoutSeparators(String text) {
        return text.replaceAll("[\\t\\n\\f\\r -]+", "");
    }
}
