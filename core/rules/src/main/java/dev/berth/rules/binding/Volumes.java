package dev.berth.rules.binding;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Volumes in the order in which the controller finds them. Any number of binders may share them. */
public final class Volumes {

    /** Volumes are looked up by their set of access modes, smallest set first; the first set with a match wins. */
    static final Comparator<Candidate> FEWEST_MODES = Comparator.comparingInt(Candidate::countOfModes);

    static final Comparator<Candidate> SMALLEST = Comparator.comparing(volume -> volume.capacity.bytes());

    private final List<Candidate> all = new ArrayList<>();
    private final Map<String, Candidate> byName = new HashMap<>();
    private final Map<String, List<Candidate>> reserved = new HashMap<>();
    private final Map<String, List<Candidate>> free = new HashMap<>();

    private Volumes() {}

    /** Returns volumes in the given order. */
    public static Volumes of(Stream<PersistentVolume> volumes) {
        Volumes indexed = new Volumes();
        volumes.map(Candidate::new).forEach(indexed::add);
        indexed.sort();
        return indexed;
    }

    /** Returns these volumes, and others after them. */
    public Volumes and(List<PersistentVolume> others) {
        if (others.isEmpty()) {
            return this;
        }
        Volumes more = new Volumes();
        all.forEach(more::add);
        others.stream().map(Candidate::new).forEach(more::add);
        more.sort();
        return more;
    }

    private void add(Candidate volume) {
        all.add(volume);
        byName.putIfAbsent(volume.name, volume);
        Map<String, List<Candidate>> index = volume.owner == null ? free : reserved;
        String key = volume.owner == null ? volume.storageClass : volume.owner.name();
        index.computeIfAbsent(key, any -> new ArrayList<>()).add(volume);
    }

    private void sort() {
        free.values().forEach(some -> some.sort(FEWEST_MODES.thenComparing(SMALLEST)));
    }

    /** Returns whether there is a volume with this name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    List<Candidate> all() {
        return all;
    }

    Optional<Candidate> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns those that are reserved for a claim with this name, in any namespace. */
    List<Candidate> reservedFor(String claim) {
        return reserved.getOrDefault(claim, List.of());
    }

    /** Returns those of a class that are not reserved, the preferred ones first. */
    List<Candidate> free(String storageClass) {
        return free.getOrDefault(storageClass, List.of());
    }

    /** Returns the classes of those that are not reserved. */
    Set<String> classesOfFree() {
        return free.keySet();
    }
}
