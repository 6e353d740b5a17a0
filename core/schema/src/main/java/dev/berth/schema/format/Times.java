package dev.berth.schema.format;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations. Mirrors {@code date.go}, {@code time.go} and {@code duration.go} of {@code strfmt}. */
final class Times {
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[^\\n][0-9]+)?(?:z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern GO_PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
    private static final Pattern WORDS = Pattern.compile("([0-9]+)[\\t\\n\\f\\r ]*([A-Za-z\u00b5]+)");
    private static final BigDecimal MOST_NANOSECONDS = BigDecimal.valueOf(Long.MAX_VALUE);
    /** The names of a unit; longer words that start with the last one mean the unit too. */
    private static final List<List<String>> UNITS = List.of(
            List.of("ns", "nano"),
            List.of("us", "\u00b5s", "micro"),
            List.of("ms", "milli"),
            List.of("s", "sec"),
            List.of("m", "min"),
            List.of("h", "hr", "hour"),
            List.of("d", "day"),
            List.of("w", "wk", "week"));

    private Times() {}

    static boolean isDate(String text) {
        if (!Pattern.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}", text)) {
            return false;
        }
        int month = Integer.parseInt(text.substring(5, 7));
        int day = Integer.parseInt(text.substring(8));
        return month >= 1
                && month <= 12
                && day >= 1
                && day
                        <= YearMonth.of(Integer.parseInt(text.substring(0, 4)), month)
                                .lengthOfMonth();
    }

    static boolean isDateTime(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("t", -1);
        if (parts.length < 2 || !isDate(parts[0])) {
            return false;
        }
        Matcher time = TIME.matcher(parts[1]);
        return time.matches()
                && time.group(1).compareTo("23") <= 0
                && time.group(2).compareTo("59") <= 0
                && time.group(3).compareTo("59") <= 0;
    }

    /** A duration of Go, or numbers with units anywhere in the text, such as {@code 2 days}. */
    static boolean isDuration(String text) {
        if (isGoDuration(text)) {
            return true;
        }
        boolean any = false;
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            if (new BigDecimal(words.group(1)).compareTo(MOST_NANOSECONDS) > 0) {
                return false;
            }
            any |= isUnit(words.group(2).toLowerCase(Locale.ROOT));
        }
        return any;
    }

    private static boolean isUnit(String word) {
        return UNITS.stream().anyMatch(names -> names.contains(word) || word.startsWith(names.get(names.size() - 1)));
    }

    private static boolean isGoDuration(String text) {
        String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return true;
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = GO_PART.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!part.find(at)
                    || part.start() != at
                    || part.group(1).replace(".", "").isEmpty()) {
                return false;
            }
            sum = sum.add(new BigDecimal("0" + part.group(1)).multiply(nanoseconds(part.group(2))));
            at = part.end();
        }
        return at > 0 && sum.compareTo(MOST_NANOSECONDS) <= 0;
    }

    private static BigDecimal nanoseconds(String unit) {
        return switch (unit) {
            case "ns" -> BigDecimal.ONE;
            case "ms" -> BigDecimal.valueOf(1_000_000);
            case "s" -> BigDecimal.valueOf(1_000_000_000);
            case "m" -> BigDecimal.valueOf(60_000_000_000L);
            case "h" -> BigDecimal.valueOf(3_600_000_000_000L);
            default -> BigDecimal.valueOf(1000);
        };
    }
}
