package dev.berth.network;

import java.util.ArrayList;
import java.util.List;

/** A list of at least one element. Methods take the first element and more, so that an empty list does not compile. */
final class OneOrMore {

    private OneOrMore() {}

    static <T> List<T> of(T first, T[] more) {
        List<T> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
