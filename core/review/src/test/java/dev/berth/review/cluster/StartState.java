package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a person or an accident has done to the cluster since the old tree was applied. */
enum StartState {
    /** Nothing: everything runs. */
    RUNNING,
    /** Every StatefulSet was scaled up by hand. */
    SCALED_UP,
    /** Every StatefulSet was scaled down by hand. */
    SCALED_DOWN,
    /** Every claim of a StatefulSet was expanded by hand, beyond what the new tree requests. */
    EXPANDED;

    void reach(ModelCluster cluster) throws RefusedException {
        switch (this) {
            case RUNNING -> {}
            case SCALED_UP -> scale(cluster, 1);
            case SCALED_DOWN -> scale(cluster, -1);
            case EXPANDED -> {
                for (ObjectNode claim : cluster.store.list("PersistentVolumeClaim")) {
                    if (claim.path("metadata").has("labels")) {
                        ObjectNode patch =
                                Json.read("{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"12Gi\"}}}}");
                        cluster.api.patch(claim, patch);
                        cluster.settle();
                    }
                }
            }
        }
    }

    private static void scale(ModelCluster cluster, int by) throws RefusedException {
        for (ObjectNode set : cluster.store.list("StatefulSet")) {
            ObjectNode patch = Json.read("{}");
            patch.withObject("/spec").put("replicas", SetController.replicas(set) + by);
            cluster.api.patch(set, patch);
            cluster.settle();
        }
    }
}
