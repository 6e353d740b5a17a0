package dev.berth.cel.library;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A semantic version.
 *
 * <p>Mirrors {@code Parse} and {@code Compare} of {@code github.com/blang/semver/v4}, and {@code normalizeAndParse} in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/library/semverlib.go}.
 *
 * @param numbers major, minor and patch, each of 64 bits without a sign
 * @param prerelease the parts after {@code -}
 */
public record Semver(List<BigInteger> numbers, List<String> prerelease) implements Comparable<Semver> {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern PART = Pattern.compile("[0-9A-Za-z-]+");

    /** Returns the version; empty if the text is not one. */
    public static Optional<Semver> parse(String text) {
        String[] parts = text.split("\\.", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        String patch = parts[2];
        int plus = patch.indexOf('+');
        boolean validBuild = plus < 0 || fits(patch.substring(plus + 1), false);
        patch = plus < 0 ? patch : patch.substring(0, plus);
        int dash = patch.indexOf('-');
        String prerelease = dash < 0 ? "" : patch.substring(dash + 1);
        boolean validPrerelease = dash < 0 || fits(prerelease, true);
        patch = dash < 0 ? patch : patch.substring(0, dash);
        if (!validBuild || !validPrerelease || !isNumber(parts[0]) || !isNumber(parts[1]) || !isNumber(patch)) {
            return Optional.empty();
        }
        List<BigInteger> numbers = List.of(new BigInteger(parts[0]), new BigInteger(parts[1]), new BigInteger(patch));
        return Optional.of(new Semver(numbers, dash < 0 ? List.of() : List.of(prerelease.split("\\.", -1))));
    }

    private static boolean fits(String parts, boolean prerelease) {
        for (String part : parts.split("\\.", -1)) {
            boolean number = prerelease && DIGITS.matcher(part).matches();
            if (number ? !isNumber(part) : !PART.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && new BigInteger(text).bitLength() <= Long.SIZE;
    }

    /** Returns the version of a text such as {@code v1.02}, with zeros for what is missing; empty if it is not one. */
    public static Optional<Semver> parseNormalized(String text) {
        String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", 3);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = withoutZeros(parts[i]);
        }
        if (parts.length < 3) {
            String last = parts[parts.length - 1];
            if (last.indexOf('+') >= 0 || last.indexOf('-') >= 0) {
                return Optional.empty();
            }
            int known = parts.length;
            parts = Arrays.copyOf(parts, 3);
            Arrays.fill(parts, known, 3, "0");
        }
        return parse(String.join(".", parts));
    }

    private static String withoutZeros(String part) {
        if (part.length() < 2) {
            return part;
        }
        String stripped = part.replaceFirst("^0+", "");
        boolean digitFirst = !stripped.isEmpty() && stripped.charAt(0) >= '0' && stripped.charAt(0) <= '9';
        return digitFirst ? stripped : "0" + stripped;
    }

    long major() {
        return numbers.get(0).longValue();
    }

    long minor() {
        return numbers.get(1).longValue();
    }

    long patch() {
        return numbers.get(2).longValue();
    }

    @Override
    public int compareTo(Semver other) {
        for (int i = 0; i < 3; i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        for (int i = 0; i < Math.min(prerelease.size(), other.prerelease.size()); i++) {
            int order = compareParts(prerelease.get(i), other.prerelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    private static int compareParts(String part, String other) {
        boolean number = DIGITS.matcher(part).matches();
        boolean otherNumber = DIGITS.matcher(other).matches();
        if (number && otherNumber) {
            return new BigInteger(part).compareTo(new BigInteger(other));
        }
        return number == otherNumber ? Integer.signum(part.compareTo(other)) : number ? -1 : 1;
    }
}
