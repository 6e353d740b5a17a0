package dev.berth.lint.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of the objects of a set by their kinds, to find the name that was meant, and the namespace that has it. */
final class KnownNames {

    /** No name is proposed among more than these, so what is kept of a kind is small however many objects it has. */
    private static final int MOST = 200;

    private final Map<String, Set<String>> byKind = new HashMap<>();
    private final TextMap<String> namespaces = new TextMap<>();

    void add(String kind, String namespace, String name) {
        namespaces.putIfAbsent(kind + "/" + name, namespace);
        Set<String> names = byKind.computeIfAbsent(kind, any -> new TreeSet<>());
        if (names.size() <= MOST) {
            names.add(name);
        }
    }

    /** Returns whether there is an object of this kind. */
    boolean has(String kind) {
        return byKind.containsKey(kind);
    }

    /** The namespace of the first object of this kind and name. */
    Optional<String> namespaceOf(String kind, String name) {
        return namespaces.get(kind + "/" + name);
    }

    /** The names of a kind; none where there are too many to propose one. */
    Collection<String> of(String kind) {
        Set<String> names = byKind.getOrDefault(kind, Set.of());
        return names.size() > MOST ? List.of() : Collections.unmodifiableSet(names);
    }
}
