package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The type of a field in the Go types of Kubernetes. */
sealed interface FieldType {

    /**
     * Returns the model's value for a tree of this type, which was checked before.
     *
     * @param raw the class of a value that may be anything
     */
    @Nullable Object bind(JsonNode value, Class<?> raw);

    /** Checks a value of this type with a decoder; returns its replacement, or null if it stays. */
    @Nullable JsonNode check(JsonNode value, StrictDecoder decoder, FieldPath path);

    /** A single value. */
    enum Scalar implements FieldType {
        STRING("a string"),
        BOOL("a boolean"),
        INT32("an integer"),
        INT64("an integer"),
        BYTES("base64 text"),
        QUANTITY("a quantity"),
        INT_OR_STRING("an integer or a string"),
        TIME("a time"),
        /** Raw JSON, which the server keeps as it is. */
        ANY("anything");

        private final String noun;

        Scalar(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }

        @Override
        public @Nullable Object bind(JsonNode value, Class<?> raw) {
            return switch (this) {
                case STRING, BYTES, TIME -> value.textValue();
                case BOOL -> value.booleanValue();
                case INT32 -> value.intValue();
                case INT64 -> value.longValue();
                case QUANTITY -> new Quantity(value.asText());
                case INT_OR_STRING ->
                    value.isTextual() ? new IntOrString(value.textValue()) : new IntOrString(value.intValue());
                case ANY -> ModelBinder.bindAny(value, raw);
            };
        }

        @Override
        public @Nullable JsonNode check(JsonNode value, StrictDecoder decoder, FieldPath path) {
            return decoder.scalar(value, this, path);
        }
    }

    /** A list. */
    record ListOf(FieldType element) implements FieldType {
        @Override
        public Object bind(JsonNode list, Class<?> raw) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            for (JsonNode value : list) {
                elements.add(element.bind(value, Object.class));
            }
            return elements;
        }

        @Override
        public @Nullable JsonNode check(JsonNode value, StrictDecoder decoder, FieldPath path) {
            decoder.list(value, element, path);
            return null;
        }
    }

    /** A map with free keys. */
    record MapOf(FieldType value) implements FieldType {
        @Override
        public Object bind(JsonNode map, Class<?> raw) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                entries.put(entry.getKey(), value.bind(entry.getValue(), Object.class));
            }
            return entries;
        }

        @Override
        public @Nullable JsonNode check(JsonNode map, StrictDecoder decoder, FieldPath path) {
            decoder.map(map, value, path);
            return null;
        }
    }

    /** An object with known fields. */
    record ObjectOf(ObjectSchema schema) implements FieldType {
        @Override
        public Object bind(JsonNode object, Class<?> raw) {
            return schema.bind(object);
        }

        @Override
        public @Nullable JsonNode check(JsonNode object, StrictDecoder decoder, FieldPath path) {
            decoder.object(object, schema, path);
            return null;
        }
    }
}
