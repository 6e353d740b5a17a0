package dev.berth.rules.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns checked trees into model objects, and model objects into trees.
 *
 * <p>A tree that was held against a schema is bound along that schema. Jackson answers the same object, after it has made
 * a deserializer for each of the three hundred classes of the model, which takes longer than all else in a small run.
 */
public final class ModelBinder {

    /** Made when it is needed, which in most runs is never. */
    private static final class Jackson {
        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private ModelBinder() {}

    /** The object of a tree in which {@link StrictDecoder} found nothing wrong; empty if Berth has no rules for its kind. */
    public static Optional<HasMetadata> bind(ObjectNode checked) {
        return Kinds.of(
                        checked.path("apiVersion").asText(),
                        checked.path("kind").asText())
                .filter(Kind::isJudged)
                .map(kind -> bind(checked, KindSchemas.of(kind)));
    }

    static HasMetadata bind(ObjectNode checked, ObjectSchema schema) {
        HasMetadata bound = (HasMetadata) schema.bind(checked);
        owners(checked.path("metadata").path("ownerReferences"), bound);
        return bound;
    }

    /** A value that may be anything. */
    static @Nullable Object bindAny(JsonNode value, Class<?> raw) {
        try {
            return Jackson.MAPPER.treeToValue(value, raw);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("Any value fits where anything may be", unexpected);
        }
    }

    /**
     * An object of a kind without server rules that rules over sets ask for; empty for other kinds, and if it cannot be
     * decoded.
     */
    public static Optional<HasMetadata> unjudged(ObjectNode tree) {
        String kind = tree.path("kind").asText();
        try {
            return switch (kind) {
                case "CSIDriver" -> Optional.of(Jackson.MAPPER.treeToValue(tree, CSIDriver.class));
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
