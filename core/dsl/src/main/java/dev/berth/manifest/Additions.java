package dev.berth.manifest;

import dev.berth.value.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the methods {@code plus…} of a declaration do: they add, and they keep everything that was declared. */
public final class Additions {

    private Additions() {}

    /** These elements, followed by more. */
    public static <E> List<E> to(Iterable<? extends E> declared, Iterable<? extends E> more) {
        List<E> all = new ArrayList<>();
        declared.forEach(all::add);
        more.forEach(all::add);
        return all;
    }

    /** The function that was declared, followed by another one. */
    public static <E> UnaryOperator<E> to(Optional<? extends UnaryOperator<E>> declared, UnaryOperator<E> more) {
        return model -> more.apply(declared.<UnaryOperator<E>>map(first -> first)
                .orElse(UnaryOperator.identity())
                .apply(model));
    }

    /**
     * These entries, and more.
     *
     * @param declaration the declaration, for messages
     * @param name its name, for messages; empty if it has none
     * @param attribute the name of the attribute, for messages
     * @throws InvalidValueException if an entry would replace a value that was declared
     */
    public static <K, V> Map<K, V> to(
            Object declaration, String name, String attribute, Map<K, V> declared, Map<K, ? extends V> more) {
        Map<K, V> all = new LinkedHashMap<>(declared);
        more.forEach((key, value) -> {
            V before = all.putIfAbsent(key, value);
            if (before != null && !before.equals(value)) {
                String what = declaration.getClass().getSuperclass().getSimpleName()
                        + (name.isEmpty() ? "" : " \"" + name + "\"");
                // Without the values, which may be confidential.
                throw new InvalidValueException(what + ": " + attribute + ": Duplicate value: \"" + key
                        + "\": is declared with another value: adding keeps it, and replace"
                        + Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1) + " replaces it");
            }
        });
        return all;
    }
}
