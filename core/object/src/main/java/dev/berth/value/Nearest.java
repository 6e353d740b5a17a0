package dev.berth.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant, for messages that suggest one. */
public final class Nearest {

    /**
     * No name is suggested if there are more than this, so that a set with thousands of problems is still refused at
     * once.
     */
    private static final int MOST = 200;

    private Nearest() {}

    /** Returns the closest name that differs from the given one by few letters; empty if all differ by many. */
    public static Optional<String> to(String given, Collection<String> names) {
        int farthest = Math.max(2, given.length() / 4);
        if (names.size() > MOST) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> Math.abs(name.length() - given.length()) <= farthest)
                .filter(name -> distance(name, given) <= farthest)
                .min(Comparator.<String>comparingInt(name -> distance(name, given))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the question to add to a message; empty if no name is close. */
    public static String question(String given, Collection<String> names) {
        return to(given, names).map(near -> " Did you mean \"" + near + "\"?").orElse("");
    }

    /** Returns the number of characters to insert, remove or replace to get from one to the other (Levenshtein). */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
