package dev.berth.validate;

import dev.berth.rules.store.DocumentStore;
import dev.berth.rules.store.EncodedObject;
import dev.berth.rules.store.StoredObject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a tree by number, from 0. The first ones stay in memory as they are, so that a small tree is decoded
 * once; those of a large tree are loaded from a store.
 */
final class TreeObjects {

    /** The number of objects that are models at the same time, for each processor. */
    static final int AT_ONCE = 256;

    private final List<Entry> first = new ArrayList<>();
    private final DocumentStore rest = new DocumentStore();
    /** Read by the threads that create objects; until they see it, an object is encoded when it is added. */
    private volatile boolean isFull;

    /** An object in the form that is kept, and as the model that the rules read. */
    record Entry(StoredObject stored, HasMetadata model) {

        private static Entry of(StoredObject stored) {
            return new Entry(stored, stored.model());
        }
    }

    /** Encodes an object that will be added; empty if it will probably stay in memory as it is. Any thread may ask. */
    Optional<EncodedObject> encode(StoredObject stored) {
        return isFull ? Optional.of(rest.encode(stored)) : Optional.empty();
    }

    /**
     * Adds the next object.
     *
     * @param model the model of the stored object; a custom resource may have more fields than are kept
     * @param encoded the stored object, if it was encoded by {@link #encode}
     */
    void add(StoredObject stored, HasMetadata model, Optional<EncodedObject> encoded) {
        if (first.size() < AT_ONCE) {
            first.add(model instanceof GenericKubernetesResource ? Entry.of(stored) : new Entry(stored, model));
            isFull = first.size() == AT_ONCE;
        } else {
            rest.add(encoded.orElseGet(() -> rest.encode(stored)));
        }
    }

    /** Returns the number of objects. */
    int size() {
        return first.size() + rest.size();
    }

    /** Returns the object with a number. */
    Entry get(int number) {
        return number < AT_ONCE ? first.get(number) : Entry.of(rest.get(number - AT_ONCE));
    }

    /** Returns {@link #AT_ONCE} objects, or those that are left; the first has the given number, a multiple of it. */
    List<Entry> read(int from) {
        int to = Math.min(from + AT_ONCE, size());
        if (from < AT_ONCE) {
            return first.subList(from, to);
        }
        List<Entry> loaded = new ArrayList<>(to - from);
        for (StoredObject stored : rest.read(from - AT_ONCE, to - AT_ONCE)) {
            loaded.add(Entry.of(stored));
        }
        return loaded;
    }
}
