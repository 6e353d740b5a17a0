package dev.berth.rules.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.decode.FieldType.ListOf;
import dev.berth.rules.decode.FieldType.MapOf;
import dev.berth.rules.decode.FieldType.ObjectOf;
import dev.berth.rules.decode.FieldType.Scalar;
import dev.berth.rules.decode.ObjectSchema.SchemaField;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns checked trees into model objects, and model objects into trees.
 *
 * <p>A tree that was held against a schema is bound along that schema. Jackson answers the same object, after it has made
 * a deserializer for each of the three hundred classes of the model, which takes longer than all else in a small run.
 */
final class ModelBinder {

    /** Made when it is needed, which in most runs is never. */
    private static final class Jackson {
        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private ModelBinder() {}

    /** The object that a tree says, which {@link StrictDecoder} has found nothing wrong with. */
    static HasMetadata bind(ObjectNode checked, ObjectSchema schema) {
        try {
            HasMetadata bound = (HasMetadata) object(checked, schema);
            owners(checked.path("metadata").path("ownerReferences"), bound);
            return bound;
        } catch (ReflectiveOperationException | JsonProcessingException unexpected) {
            throw new IllegalStateException("A tree that fits its schema has to fit its model", unexpected);
        }
    }

    private static Object object(JsonNode tree, ObjectSchema schema)
            throws ReflectiveOperationException, JsonProcessingException {
        Object model = schema.newModel();
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            SchemaField field = schema.field(entry.getKey());
            if (field != null) {
                Class<?> type = field.member().getType();
                field.member().set(model, value(entry.getValue(), field.type(), type));
            }
        }
        return model;
    }

    /** {@code raw} is the class of a value that has no schema. */
    private static @Nullable Object value(JsonNode node, FieldType type, Class<?> raw)
            throws ReflectiveOperationException, JsonProcessingException {
        if (type instanceof Scalar scalar) {
            return scalar(node, scalar, raw);
        }
        if (type instanceof ObjectOf nested) {
            return object(node, nested.schema());
        }
        if (type instanceof ListOf list) {
            List<@Nullable Object> elements = new ArrayList<>(node.size());
            for (JsonNode element : node) {
                elements.add(value(element, list.element(), Object.class));
            }
            return elements;
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            entries.put(entry.getKey(), value(entry.getValue(), ((MapOf) type).value(), Object.class));
        }
        return entries;
    }

    private static @Nullable Object scalar(JsonNode node, Scalar type, Class<?> raw) throws JsonProcessingException {
        return switch (type) {
            case STRING, BYTES, TIME -> node.textValue();
            case BOOL -> node.booleanValue();
            case INT32 -> node.intValue();
            case INT64 -> node.longValue();
            case QUANTITY -> new Quantity(node.asText());
            case INT_OR_STRING ->
                node.isTextual() ? new IntOrString(node.textValue()) : new IntOrString(node.intValue());
            case ANY -> Jackson.MAPPER.treeToValue(node, raw);
        };
    }

    /** A LimitRange or a ResourceQuota, which have no rules of their own; empty for others, and for those that are wrong. */
    static Optional<HasMetadata> limits(ObjectNode tree) {
        String kind = tree.path("kind").asText();
        try {
            return switch (kind) {
                case "LimitRange" -> Optional.of(Jackson.MAPPER.treeToValue(tree, LimitRange.class));
                case "ResourceQuota" -> Optional.of(Jackson.MAPPER.treeToValue(tree, ResourceQuota.class));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** Takes back what the model class says of an owner that the manifest does not describe: it has defaults of its own. */
    private static void owners(JsonNode written, HasMetadata bound) {
        for (int i = 0; i < written.size(); i++) {
            OwnerReference owner = bound.getMetadata().getOwnerReferences().get(i);
            if (owner != null && !written.get(i).has("apiVersion")) {
                owner.setApiVersion("");
            }
            if (owner != null && !written.get(i).has("kind")) {
                owner.setKind("");
            }
        }
    }

    static ObjectNode tree(HasMetadata model) {
        return Jackson.MAPPER.valueToTree(model);
    }
}
