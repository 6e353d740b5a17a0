package dev.berth.rules.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.model.ModelFields;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns checked trees into model objects, and model objects into trees.
 *
 * <p>A tree that was checked against a schema is bound along that schema. Jackson returns the same object, but first
 * creates a deserializer for each of the model's three hundred classes, which takes longer than everything else in a
 * small run.
 */
public final class ModelBinder {

    /** Created when it is needed; most runs do not need it. */
    private static final class Jackson {
        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private ModelBinder() {}

    /**
     * Returns the object of a tree in which {@link StrictDecoder} found nothing wrong; empty if Berth has no rules for
     * its kind.
     */
    public static Optional<HasMetadata> bind(ObjectNode checked) {
        return Kinds.of(
                        checked.path("apiVersion").asText(),
                        checked.path("kind").asText())
                .filter(Kind::isJudged)
                .map(kind -> bind(checked, KindSchemas.of(kind.model())));
    }

    static HasMetadata bind(ObjectNode checked, ObjectSchema schema) {
        HasMetadata bound = (HasMetadata) schema.bind(checked);
        JsonNode owners = checked.path("metadata").path("ownerReferences");
        if (!owners.isEmpty()) {
            owners(owners, bound.getMetadata());
        }
        return bound;
    }

    /** Binds a value of any type. */
    static @Nullable Object bindAny(JsonNode value, Class<?> raw) {
        try {
            return Jackson.MAPPER.treeToValue(value, raw);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("Any value is allowed here", unexpected);
        }
    }

    /** Removes the defaults of the model class for an owner reference that the manifest does not set. */
    static void owners(JsonNode written, ObjectMeta bound) {
        for (int i = 0; i < written.size(); i++) {
            OwnerReference owner = bound.getOwnerReferences().get(i);
            if (owner != null && !written.get(i).has("apiVersion")) {
                owner.setApiVersion("");
            }
            if (owner != null && !written.get(i).has("kind")) {
                owner.setKind("");
            }
        }
    }

    static ObjectNode tree(HasMetadata model) {
        return ModelFields.areOf(model.getClass()) ? ModelTree.of(model) : Jackson.MAPPER.valueToTree(model);
    }

    /** Converts a value that is not of the model. */
    static JsonNode convert(Object value) {
        return Jackson.MAPPER.valueToTree(value);
    }
}
