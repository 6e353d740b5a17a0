package dev.berth.rules.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one Kubernetes type. */
final class ObjectSchema {
    private final Map<String, FieldType> fields = new HashMap<>();

    void put(String name, FieldType type) {
        fields.put(name, type);
    }

    @Nullable FieldType field(String name) {
        return fields.get(name);
    }

    Set<String> names() {
        return fields.keySet();
    }
}
