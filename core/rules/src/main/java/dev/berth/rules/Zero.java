package dev.berth.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an absent field means to the API server: its Go types have no absence, only the zero value of the type. */
public final class Zero {
    private Zero() {}

    /** Returns the string, or the empty string. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Returns the number, or 0. */
    public static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /** Returns the number, or 0. */
    public static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    /** Returns the flag, or false. */
    public static boolean flag(@Nullable Boolean value) {
        return value != null && value;
    }

    /** Returns the list, or an empty list. */
    public static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : value;
    }

    /** Returns the map, or an empty map. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> value) {
        return value == null ? Map.of() : value;
    }

    /** Returns whether the string is absent or empty. */
    public static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }
}
