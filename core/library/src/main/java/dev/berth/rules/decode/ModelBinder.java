package dev.berth.rules.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.Optional;

/** Turns checked trees into model objects, and model objects into trees. */
final class ModelBinder {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ModelBinder() {}

    static HasMetadata bind(ObjectNode checked, Class<? extends HasMetadata> model) {
        try {
            HasMetadata bound = MAPPER.treeToValue(checked, model);
            owners(checked.path("metadata").path("ownerReferences"), bound);
            return bound;
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("A tree that fits its schema has to fit its model", unexpected);
        }
    }

    /** A LimitRange or a ResourceQuota, which have no rules of their own; empty for others, and for those that are wrong. */
    static Optional<HasMetadata> limits(ObjectNode tree) {
        String kind = tree.path("kind").asText();
        try {
            return switch (kind) {
                case "LimitRange" -> Optional.of(MAPPER.treeToValue(tree, LimitRange.class));
                case "ResourceQuota" -> Optional.of(MAPPER.treeToValue(tree, ResourceQuota.class));
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
        return MAPPER.valueToTree(model);
    }
}
