package dev.berth.catalog.image;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of a product, as numbers between dots. Versions compare number by number, so 10.11 is newer than 10.6. A number
 * that one of two versions leaves out counts as 0: 8 and 8.0 compare as the same version, although they are not equal.
 *
 * @param numbers the numbers from left to right; at least one
 */
public record ImageVersion(List<BigInteger> numbers) implements Comparable<ImageVersion> {

    private static final Pattern DOT = Pattern.compile("\\.");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public ImageVersion {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a version has at least one number");
        }
    }

    /**
     * Reads a version such as {@code 10.11.4}.
     *
     * @throws NumberFormatException if the text is anything but numbers between dots
     */
    public static ImageVersion of(String text) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String number : DOT.split(text, -1)) {
            numbers.add(new BigInteger(number));
        }
        return new ImageVersion(numbers);
    }

    /** The first number. */
    public BigInteger major() {
        return numbers.get(0);
    }

    /** The first numbers of the version: {@code 10.11} for {@code 10.11.4} and 2. Returns all of them if there are fewer. */
    public ImageVersion first(int count) {
        return new ImageVersion(numbers.subList(0, Math.min(count, numbers.size())));
    }

    /** Whether this version is older than the other. */
    public boolean isOlderThan(ImageVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(ImageVersion other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        for (int i = 0; i < length; i++) {
            int result = number(i).compareTo(other.number(i));
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    /** The version as it is written. */
    @Override
    public String toString() {
        return numbers.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
