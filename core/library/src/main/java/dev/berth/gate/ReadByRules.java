package dev.berth.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.rules.decode.ManifestDocument;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** An object in the class in which lint reads it: a custom resource of another class is read like that of a file. */
final class ReadByRules {

    private ReadByRules() {}

    static HasMetadata of(HasMetadata model) {
        return !(model instanceof GenericKubernetesResource)
                        && ManifestDocument.isCustom(model.getApiVersion(), model.getKind())
                ? Jackson.MAPPER.convertValue(model, GenericKubernetesResource.class)
                : model;
    }

    /** Created for objects of such a class only. */
    private static final class Jackson {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }
}
