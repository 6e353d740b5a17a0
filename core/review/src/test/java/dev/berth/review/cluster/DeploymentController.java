package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The controllers of Deployments and ReplicaSets. The pods of a new template are all created before the old ones end.
 *
 * <p>Follows {@code getReplicaSetsForDeployment} of {@code pkg/controller/deployment/deployment_controller.go}, {@code
 * rolloutRolling} of {@code rolling.go} and {@code syncReplicaSet} of {@code pkg/controller/replicaset/replica_set.go}
 * (Kubernetes 1.36).
 */
final class DeploymentController {
    private static final String HASH = "pod-template-hash";

    private final Store store;
    private final Deletion deletion;

    DeploymentController(Store store, Deletion deletion) {
        this.store = store;
        this.deletion = deletion;
    }

    boolean sync() {
        boolean changed = false;
        for (ObjectNode deployment : store.list("Deployment")) {
            changed |= adopt(deployment, "ReplicaSet") || rollOut(deployment);
        }
        for (ObjectNode set : store.list("ReplicaSet")) {
            changed |= adopt(set, "Pod") || scale(set);
        }
        return changed;
    }

    private boolean adopt(ObjectNode owner, String kind) {
        boolean changed = false;
        for (ObjectNode object : store.list(kind, Store.namespaceOf(owner))) {
            if (!Owners.hasAny(object)
                    && !Store.isTerminating(object)
                    && Store.hasLabels(
                            object, owner.path("spec").path("selector").path("matchLabels"))) {
                Owners.add(object, owner);
                changed = true;
            }
        }
        return changed;
    }

    private boolean rollOut(ObjectNode deployment) {
        String name = Store.nameOf(deployment) + "-" + hash(deployment);
        if (store.find("ReplicaSet", Store.namespaceOf(deployment), name).isEmpty()) {
            store.put(replicaSet(deployment, name));
            return true;
        }
        boolean changed = false;
        for (ObjectNode set : owned(deployment, "ReplicaSet")) {
            int wanted =
                    Store.nameOf(set).equals(name) ? replicas(deployment) : isReady(deployment) ? 0 : replicas(set);
            if (replicas(set) != wanted) {
                set.withObject("/spec").put("replicas", wanted);
                changed = true;
            }
        }
        return changed;
    }

    private static ObjectNode replicaSet(ObjectNode deployment, String name) {
        ObjectNode set = Json.object("apps/v1", "ReplicaSet", Store.namespaceOf(deployment), name);
        ObjectNode spec = set.withObject("/spec").put("replicas", replicas(deployment));
        spec.set("selector", deployment.path("spec").path("selector").deepCopy());
        spec.set("template", deployment.path("spec").path("template").deepCopy());
        spec.withObject("/selector").withObject("/matchLabels").put(HASH, hash(deployment));
        spec.withObject("/template")
                .withObject("/metadata")
                .withObject("/labels")
                .put(HASH, hash(deployment));
        set.withObject("/metadata")
                .set(
                        "labels",
                        spec.path("template").path("metadata").path("labels").deepCopy());
        Owners.add(set, deployment);
        return set;
    }

    private boolean scale(ObjectNode set) {
        List<ObjectNode> pods = owned(set, "Pod");
        if (pods.size() > replicas(set)) {
            deletion.delete(pods.get(pods.size() - 1), "background");
            return true;
        }
        if (pods.size() == replicas(set)) {
            return false;
        }
        int number = 0;
        while (store.find("Pod", Store.namespaceOf(set), Store.nameOf(set) + "-" + number)
                .isPresent()) {
            number++;
        }
        ObjectNode pod = PodOf.template(set, Store.nameOf(set) + "-" + number);
        Owners.add(pod, set);
        store.put(pod);
        return true;
    }

    /** Returns whether all pods of the newest template are Ready. */
    boolean isReady(JsonNode deployment) {
        String name = Store.nameOf(deployment) + "-" + hash(deployment);
        return store.find("ReplicaSet", Store.namespaceOf(deployment), name)
                .filter(set ->
                        owned(set, "Pod").stream().filter(Kubelet::isReady).count() == replicas(deployment))
                .isPresent();
    }

    private List<ObjectNode> owned(JsonNode owner, String kind) {
        return store.list(kind, Store.namespaceOf(owner)).stream()
                .filter(object -> Owners.has(object, owner) && !Store.isTerminating(object))
                .toList();
    }

    private static int replicas(JsonNode workload) {
        return workload.path("spec").path("replicas").asInt(1);
    }

    private static String hash(JsonNode deployment) {
        return Json.hash(deployment.path("spec").path("template"));
    }
}
