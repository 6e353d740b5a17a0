package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A new pod of a StatefulSet, and its claims.
 *
 * <p>Follows {@code newStatefulSetPod}, {@code updateStorage}, {@code updateIdentity} and {@code
 * getPersistentVolumeClaims} of {@code pkg/controller/statefulset/stateful_set_utils.go} (Kubernetes 1.36).
 */
final class SetPod {
    private SetPod() {}

    static ObjectNode of(JsonNode set, int ordinal) {
        String name = Store.nameOf(set) + "-" + ordinal;
        ObjectNode pod = PodOf.template(set, name);
        ObjectNode labels = pod.withObject("/metadata").withObject("/labels");
        labels.put("statefulset.kubernetes.io/pod-name", name).put("apps.kubernetes.io/pod-index", "" + ordinal);
        ArrayNode volumes = pod.arrayNode();
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            volumes.addObject()
                    .put("name", Store.nameOf(template))
                    .putObject("persistentVolumeClaim")
                    .put("claimName", Store.nameOf(claim(set, template, ordinal)));
        }
        pod.path("spec").path("volumes").forEach(volumes::add);
        pod.withObject("/spec").set("volumes", volumes);
        pod.withObject("/spec")
                .put("hostname", name)
                .set("subdomain", set.path("spec").path("serviceName"));
        return pod;
    }

    static ObjectNode claim(JsonNode set, JsonNode template, int ordinal) {
        ObjectNode claim = Json.object(
                "v1",
                "PersistentVolumeClaim",
                Store.namespaceOf(set),
                Store.nameOf(template) + "-" + Store.nameOf(set) + "-" + ordinal);
        ObjectNode metadata = claim.withObject("/metadata");
        for (String field : new String[] {"labels", "annotations"}) {
            if (template.path("metadata").path(field) instanceof ObjectNode map) {
                metadata.set(field, map.deepCopy());
            }
        }
        set.path("spec").path("selector").path("matchLabels").properties().forEach(label -> metadata.withObject(
                        "/labels")
                .set(label.getKey(), label.getValue()));
        claim.set("spec", template.path("spec").deepCopy());
        return claim;
    }
}
