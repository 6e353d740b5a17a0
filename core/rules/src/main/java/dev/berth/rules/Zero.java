package dev.berth.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an absent field means to the API server, whose Go types know no absence: the zero value of the type. */
public final class Zero {
    private Zero() {}

    /** The text, or the empty one. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The number, or 0. */
    public static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /** The number, or 0. */
    public static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    /** The flag, or false. */
    public static boolean flag(@Nullable Boolean value) {
        return value != null && value;
    }

    /** The list, or an empty one. */
    public static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : value;
    }

    /** The map, or an empty one. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> value) {
        return value == null ? Map.of() : value;
    }

    /** Whether the text is absent or empty. */
    public static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }
}
