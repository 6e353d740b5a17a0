package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A pod made from the template of a workload. Follows {@code GetPodFromTemplate} of {@code pkg/controller/controller_utils.go}. */
final class PodOf {
    private PodOf() {}

    static ObjectNode template(JsonNode owner, String name) {
        JsonNode template = owner.path("spec").path("template");
        ObjectNode pod = Json.object("v1", "Pod", Store.namespaceOf(owner), name);
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            pod.withObject("/metadata").set("labels", labels.deepCopy());
        }
        pod.set("spec", template.path("spec").deepCopy());
        pod.withObject("/status").put("phase", "Pending");
        return pod;
    }
}
