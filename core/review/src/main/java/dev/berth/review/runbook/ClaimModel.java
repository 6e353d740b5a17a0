package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.review.model.TreeObject;

/** What a claim that a runbook creates gets its labels, annotations and spec from. */
final class ClaimModel {
    private ClaimModel() {}

    /**
     * Returns the model of the claims of a template: they have its labels and those of the selector of the StatefulSet.
     *
     * <p>Source: {@code getPersistentVolumeClaims} of {@code pkg/controller/statefulset/stateful_set_utils.go} (Kubernetes
     * 1.36).
     */
    static JsonNode ofTemplate(TreeObject set, JsonNode template) {
        ObjectNode model = template.deepCopy();
        ObjectNode labels = model.withObject("/metadata").withObject("/labels");
        set.at("spec", "selector", "matchLabels")
                .properties()
                .forEach(label -> labels.set(label.getKey(), label.getValue()));
        return model;
    }

    /** Returns the model of a copy, which is no longer one of the claims that its labels select. */
    static JsonNode ofCopy(JsonNode like) {
        return JsonNodeFactory.instance
                .objectNode()
                .set("spec", like.path("spec").deepCopy());
    }
}
