package dev.berth.config;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The keys of a declared ConfigMap or Secret. */
final class Keys {

    private Keys() {}

    static void check(String owner, Collection<String> keys) {
        keys.forEach(key -> NameFormat.CONFIG_KEY.require(owner + " key", key));
    }

    static String require(String owner, Collection<String> keys, String key) {
        if (keys.contains(key)) {
            return key;
        }
        List<String> sorted = keys.stream().sorted().toList();
        String suggestion = nearest(sorted, key)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        throw new InvalidValueException(
                owner + " has no key \"" + key + "\". Keys: " + String.join(", ", sorted) + "." + suggestion);
    }

    private static Optional<String> nearest(List<String> keys, String key) {
        return keys.stream()
                .filter(candidate -> distance(candidate, key) <= Math.max(2, key.length() / 4))
                .min(Comparator.comparingInt(candidate -> distance(candidate, key)));
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
