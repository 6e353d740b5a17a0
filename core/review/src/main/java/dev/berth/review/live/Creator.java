package dev.berth.review.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Who created an object of a cluster. */
public enum Creator {
    /** Someone who applies manifests with the field manager of the author. */
    AUTHOR,
    /** A controller, the API server, or someone with another field manager. */
    OTHERS,
    /** Nothing in the object states it: it has no managed fields, and kubectl did not apply it client-side. */
    UNKNOWN;

    /** Kinds that only controllers create. */
    private static final Set<String> KINDS = Set.of(
            "ControllerRevision",
            "CSINode",
            "CSIStorageCapacity",
            "EndpointSlice",
            "Endpoints",
            "Event",
            "Lease",
            "Node",
            "VolumeAttachment");

    /**
     * Objects that every namespace or cluster has.
     *
     * <p>Source: {@code pkg/controller/certificates/rootcacertpublisher/publisher.go}, {@code
     * pkg/controller/serviceaccount/serviceaccounts_controller.go} and {@code
     * pkg/controlplane/controller/kubernetesservice/controller.go} (Kubernetes 1.36).
     */
    private static final Set<String> BUILT_IN = Set.of(
            "ConfigMap/kube-root-ca.crt",
            "Namespace/default",
            "Namespace/kube-node-lease",
            "Namespace/kube-public",
            "Namespace/kube-system",
            "Service/kubernetes",
            "ServiceAccount/default");

    private static final Set<String> SECRETS =
            Set.of("kubernetes.io/service-account-token", "helm.sh/release.v1", "bootstrap.kubernetes.io/token");

    /**
     * Returns who created an object.
     *
     * @param id its identity
     * @param live the object
     * @param manager the field manager of the author
     */
    public static Creator of(ObjectId id, LiveObject live, String manager) {
        if (isFromController(id, live)) {
            return OTHERS;
        }
        boolean applied =
                live.lastApplied().isPresent() || live.managers().stream().anyMatch(entry -> entry.isBy(manager));
        return applied ? AUTHOR : live.managers().isEmpty() ? UNKNOWN : OTHERS;
    }

    /** Returns whether a controller or the API server created the object, in whatever cluster. */
    public static boolean isFromController(ObjectId id, LiveObject live) {
        JsonNode metadata = live.stored().path("metadata");
        return !metadata.path("ownerReferences").isEmpty()
                || KINDS.contains(id.kind())
                || BUILT_IN.contains(id.kind() + "/" + id.name())
                || (id.kind().equals("Secret")
                        && SECRETS.contains(live.stored().path("type").asText()))
                || metadata.path("annotations").has("pv.kubernetes.io/provisioned-by")
                || metadata.path("annotations").has("kubernetes.io/config.mirror");
    }

    /**
     * Returns whether a claim belongs to one of these StatefulSets: it is named after a template and a pod, whether the pod
     * exists or not, and it has the labels of the selector.
     *
     * <p>Source: {@code getPersistentVolumeClaims} of {@code pkg/controller/statefulset/stateful_set_utils.go} (Kubernetes
     * 1.36).
     */
    public static boolean isClaimOfSet(ObjectId claim, LiveObject live, Collection<LiveObject> sets) {
        return sets.stream()
                .anyMatch(set ->
                        isClaimOf(claim.name(), live.stored().path("metadata").path("labels"), set.stored()));
    }

    private static boolean isClaimOf(String claim, JsonNode labels, JsonNode set) {
        int dash = claim.lastIndexOf('-');
        boolean ordinal = dash > 0 && claim.substring(dash + 1).matches("[0-9]{1,9}");
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            String name = template.path("metadata").path("name").asText()
                    + "-"
                    + set.path("metadata").path("name").asText();
            if (ordinal && claim.substring(0, dash).equals(name)) {
                return set.path("spec").path("selector").path("matchLabels").properties().stream()
                        .allMatch((Map.Entry<String, JsonNode> label) ->
                                label.getValue().equals(labels.path(label.getKey())));
            }
        }
        return false;
    }
}
