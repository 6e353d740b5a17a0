package dev.berth.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody may have meant: for messages that end in a question. */
public final class Nearest {

    /** Among more names than this none is looked for: a set with thousands of problems must be refused at once too. */
    private static final int MOST = 200;

    private Nearest() {}

    /** The name that differs from the given one by few letters; none when all differ by many. */
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

    /** The question to put after a message; empty where no name is near. */
    public static String question(String given, Collection<String> names) {
        return to(given, names).map(near -> " Did you mean \"" + near + "\"?").orElse("");
    }

    /** The number of characters to insert, remove or replace that makes one of the other (Levenshtein). */
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
