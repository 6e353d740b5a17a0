package dev.berth.cel.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them ({@code 1h30m}), counted in 64 bits of nanoseconds. */
public final class DurationSyntax {
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final Pattern PART = Pattern.compile("([0-9]*)(?:\\.([0-9]*))?([^0-9.]+)");
    private static final Pattern WORD = Pattern.compile("([0-9]+)\\s*([A-Za-z\u00b5]+)");

    private DurationSyntax() {}

    /** Returns the duration; empty if the text is not one. Mirrors {@code ParseDuration} of Go's {@code time}. */
    public static Optional<Duration> parse(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String rest = signed ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        BigInteger nanos = BigInteger.ZERO;
        Matcher part = PART.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!part.find(at) || part.start() != at) {
                return Optional.empty();
            }
            String fraction = part.group(2) == null ? "" : part.group(2);
            Long unit = NANOS.get(part.group(3));
            if (unit == null || (part.group(1) + fraction).isEmpty()) {
                return Optional.empty();
            }
            BigDecimal number = new BigDecimal("0" + part.group(1) + "." + fraction + "0");
            nanos = nanos.add(number.multiply(BigDecimal.valueOf(unit))
                    .setScale(0, RoundingMode.DOWN)
                    .toBigInteger());
            at = part.end();
        }
        BigInteger result = text.startsWith("-") ? nanos.negate() : nanos;
        boolean fits = at > 0 && result.bitLength() < Long.SIZE;
        return fits ? Optional.of(Duration.ofNanos(result.longValue())) : Optional.empty();
    }

    /**
     * Returns the value of a string of the format {@code duration}, which may have words such as {@code 3 days}; empty if
     * it is not one. Mirrors {@code ParseDuration} in {@code pkg/validation/strfmt/duration.go} of {@code kube-openapi}.
     */
    public static Optional<Duration> parseFormat(String text) {
        Optional<Duration> duration = parse(text);
        if (duration.isPresent()) {
            return duration;
        }
        long nanos = 0;
        boolean found = false;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (word.group(1).length() > 18) {
                return Optional.empty();
            }
            long unit = unit(word.group(2).toLowerCase(Locale.ROOT));
            found |= unit > 0;
            nanos += Long.parseLong(word.group(1)) * unit; // overflows as it does in Go
        }
        return found ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
    }

    private static long unit(String word) {
        if (word.equals("us") || word.equals("\u00b5s") || word.startsWith("micro")) {
            return 1_000L;
        }
        if (word.equals("ns") || word.startsWith("nano")) {
            return 1L;
        }
        if (word.equals("ms") || word.startsWith("milli")) {
            return 1_000_000L;
        }
        if (word.equals("s") || word.startsWith("sec")) {
            return 1_000_000_000L;
        }
        if (word.equals("m") || word.startsWith("min")) {
            return 60_000_000_000L;
        }
        if (word.equals("h") || word.equals("hr") || word.startsWith("hour")) {
            return 3_600_000_000_000L;
        }
        if (word.equals("d") || word.startsWith("day")) {
            return 86_400_000_000_000L;
        }
        return word.equals("w") || word.equals("wk") || word.startsWith("week") ? 604_800_000_000_000L : 0L;
    }
}
