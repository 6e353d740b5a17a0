package dev.berth.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.Schema;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of {@code additionalProperties}, whose keys are strings and whose values have one schema. */
public final class KubeMap extends AbstractMap<String, Object> {
    private final ObjectNode object;
    private final Schema ofValues;
    private @Nullable Map<String, Object> inCel;

    KubeMap(ObjectNode object, Schema ofValues) {
        this.object = object;
        this.ofValues = ofValues;
    }

    ObjectNode object() {
        return object;
    }

    @Override
    public @Nullable Object get(Object key) {
        return inCel().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        if (!(key instanceof String name) || !object.has(name)) {
            return false;
        }
        CelEquality.requireValid(inCel().get(key));
        return true;
    }

    @Override
    public int size() {
        return object.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return inCel().entrySet();
    }

    private Map<String, Object> inCel() {
        Map<String, Object> known = inCel;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                known.put(field.getKey(), Kube.value(field.getValue(), ofValues));
            }
            inCel = known;
        }
        return known;
    }
}
