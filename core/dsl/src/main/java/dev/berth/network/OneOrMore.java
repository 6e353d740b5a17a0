package dev.berth.network;

import java.util.ArrayList;
import java.util.List;

/** A list that a method takes as a first element and more, so that an empty one does not compile. */
final class OneOrMore {

    private OneOrMore() {}

    static <T> List<T> of(T first, T[] more) {
        List<T> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
