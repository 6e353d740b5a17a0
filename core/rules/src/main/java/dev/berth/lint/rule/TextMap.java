package dev.berth.lint.rule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map with strings as keys that only grows: the strings are stored in one array, which takes a third of the memory of
 * a hash map of strings.
 */
final class TextMap<V> {

    private byte[] texts = new byte[1 << 10];
    /** The start of each entry's string; it ends where the next one starts. */
    private int[] starts = new int[64];

    private @Nullable Object[] values = new Object[64];
    /** The number of an entry plus one, in the slot of its hash or after it; 0 for an empty slot. */
    private int[] slots = new int[128];

    private int size;

    /** Returns the existing value, or adds and returns the given one. */
    V putIfAbsent(String key, V value) {
        return computeIfAbsent(key, () -> value);
    }

    /** Returns the existing value, or adds and returns a new one. */
    V computeIfAbsent(String key, Supplier<V> make) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        int slot = slotOf(text);
        if (slots[slot] == 0) {
            add(text, make.get(), slot);
            slot = slotOf(text);
        }
        return valueAt(slot);
    }

    private void add(byte[] text, V value, int slot) {
        int start = starts[size];
        if (start + text.length > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(start + text.length, texts.length + texts.length / 2));
        }
        System.arraycopy(text, 0, texts, start, text.length);
        values[size++] = value;
        starts[size] = start + text.length;
        slots[slot] = size;
        if (size + 1 == starts.length) {
            grow();
        }
    }

    Optional<V> get(String key) {
        int slot = slotOf(key.getBytes(StandardCharsets.UTF_8));
        return slots[slot] == 0 ? Optional.empty() : Optional.of(valueAt(slot));
    }

    boolean has(String key) {
        return slots[slotOf(key.getBytes(StandardCharsets.UTF_8))] != 0;
    }

    @SuppressWarnings("unchecked") // Only values of this type are added.
    private V valueAt(int slot) {
        return (V) values[slots[slot] - 1];
    }

    /** Returns the slot of a string, or the empty slot for it. */
    private int slotOf(byte[] text) {
        int slot = spread(Arrays.hashCode(text)) & (slots.length - 1);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, text)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int entry, byte[] text) {
        return Arrays.equals(texts, starts[entry], starts[entry + 1], text, 0, text.length);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /** At least half of the slots stay empty. */
    private void grow() {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        values = Arrays.copyOf(values, 2 * values.length);
        int[] old = slots;
        slots = new int[2 * old.length];
        for (int entry : old) {
            if (entry != 0) {
                byte[] text = Arrays.copyOfRange(texts, starts[entry - 1], starts[entry]);
                slots[slotOf(text)] = entry;
            }
        }
    }
}
