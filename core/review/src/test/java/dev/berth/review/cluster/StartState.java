package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What a person or an accident has done to the cluster since the old tree was applied. */
enum StartState {
    /** Nothing: everything runs. */
    RUNNING,
    /** Every StatefulSet that is applied was scaled up by hand, and the new pods have data. */
    SCALED_UP,
    /** Every StatefulSet that is applied was scaled down by hand; some delete their claims then. */
    SCALED_DOWN,
    /** Every StatefulSet that is applied was scaled down by hand while it kept its claims. */
    SCALED_DOWN_WITH_CLAIMS,
    /** Someone has changed the image of the StatefulSet to one that does not start: its rollout is stuck. */
    STUCK_ROLLOUT,
    /** Someone has tried a change on the last pod of the StatefulSet, and has left the partition behind. */
    LEFTOVER_PARTITION,
    /** Every claim of a StatefulSet was expanded by hand, beyond what the new tree requests. */
    EXPANDED;

    /** Brings a cluster into the state, with the names of the StatefulSets that change, and of those that are applied. */
    void reach(ModelCluster cluster, Set<String> sets, Set<String> applied) throws RefusedException {
        switch (this) {
            case RUNNING -> {}
            case SCALED_UP -> {
                cluster.server.insertFirstRows(true);
                scale(cluster, applied, 2);
                cluster.server.insertFirstRows(false);
            }
            case SCALED_DOWN -> scale(cluster, applied, -1);
            case SCALED_DOWN_WITH_CLAIMS -> {
                for (ObjectNode set : sets(cluster, applied)) {
                    String policy = SetClaimOwners.policy(set, "whenScaled");
                    patch(cluster, set, retention("Retain"));
                    patch(cluster, set, "{\"spec\":{\"replicas\":" + (SetController.replicas(set) - 1) + "}}");
                    patch(cluster, set, retention(policy));
                }
            }
            case STUCK_ROLLOUT -> {
                for (ObjectNode set : sets(cluster, sets)) {
                    ObjectNode patch = Json.read("{}");
                    ArrayNode containers =
                            patch.withObject("/spec/template/spec").putArray("containers");
                    set.at("/spec/template/spec/containers")
                            .forEach(container ->
                                    containers.add(((ObjectNode) container.deepCopy()).put("image", Server.BROKEN)));
                    patch(cluster, set, patch.toString());
                }
            }
            case LEFTOVER_PARTITION -> {
                for (ObjectNode set : sets(cluster, sets)) {
                    String strategy = "{\"rollingUpdate\":{\"partition\":" + (SetController.replicas(set) - 1) + "}}";
                    String template = "{\"metadata\":{\"annotations\":{\"example.com/try\":\"1\"}}}";
                    patch(
                            cluster,
                            set,
                            "{\"spec\":{\"updateStrategy\":" + strategy + ",\"template\":" + template + "}}");
                }
            }
            case EXPANDED -> {
                for (ObjectNode claim : cluster.store.list("PersistentVolumeClaim")) {
                    if (claim.path("metadata").has("labels")) {
                        patch(cluster, claim, "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"12Gi\"}}}}");
                    }
                }
            }
        }
    }

    private static String retention(String whenScaled) {
        return "{\"spec\":{\"persistentVolumeClaimRetentionPolicy\":{\"whenScaled\":\"" + whenScaled + "\"}}}";
    }

    private static List<ObjectNode> sets(ModelCluster cluster, Set<String> names) {
        return cluster.store.list("StatefulSet").stream()
                .filter(set -> names.contains(Store.nameOf(set)))
                .toList();
    }

    private static void scale(ModelCluster cluster, Set<String> names, int by) throws RefusedException {
        for (ObjectNode set : sets(cluster, names)) {
            patch(cluster, set, "{\"spec\":{\"replicas\":" + (SetController.replicas(set) + by) + "}}");
        }
    }

    /** Patches the object that the cluster has now. */
    private static void patch(ModelCluster cluster, ObjectNode object, String patch) throws RefusedException {
        cluster.api.patch(cluster.api.find(object).orElseThrow(), Json.read(patch));
        cluster.settle();
    }
}
