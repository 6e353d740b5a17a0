package dev.berth.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;

/** A value without a type in its schema, kept because of {@code x-kubernetes-preserve-unknown-fields}. */
@SuppressWarnings("Immutable") // The tree of a document is not changed after it was read.
public final class UnknownData extends CelValue {
    private final JsonNode data;

    UnknownData(JsonNode data) {
        this.data = data;
    }

    JsonNode data() {
        return data;
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }
}
