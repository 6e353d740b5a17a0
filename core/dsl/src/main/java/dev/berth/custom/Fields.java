package dev.berth.custom;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of a part of a custom resource, in the order in which they are rendered. What is empty is left out. */
public final class Fields {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Creates an instance without fields. */
    public Fields() {}

    /** Adds a field. */
    public Fields put(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a part with fields of its own, if it has any. */
    public Fields put(String name, Fields part) {
        return part.fields.isEmpty() ? this : put(name, (Object) part.toMap());
    }

    /** Adds a field if there is a value. */
    public Fields put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    /** Adds a list if it has an element. */
    public Fields put(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            fields.put(name, List.copyOf(values));
        }
        return this;
    }

    /** Adds a map if it has an entry, sorted by key as all maps of strings are. */
    public Fields put(String name, Map<String, ?> entries) {
        if (!entries.isEmpty()) {
            fields.put(name, new LinkedHashMap<>(new TreeMap<>(entries)));
        }
        return this;
    }

    /** The fields in order. */
    public Map<String, Object> toMap() {
        return new LinkedHashMap<>(fields);
    }
}
