package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.review.cluster.ModelKubectl.Answer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code kubectl rollout}.
 *
 * <p>Follows {@code StatefulSetStatusViewer} and {@code DeploymentStatusViewer} of {@code
 * staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go}, and {@code defaultObjectRestarter} of {@code
 * objectrestarter.go} (Kubernetes 1.36).
 */
final class Rollout {
    private static final AtomicInteger RESTARTS = new AtomicInteger();

    private final ModelCluster cluster;

    Rollout(ModelCluster cluster) {
        this.cluster = cluster;
    }

    Answer run(Arguments arguments) throws RefusedException {
        String[] object = arguments.word(2).split("/", 2);
        String kind = object[0].equals("deployment") ? "Deployment" : "StatefulSet";
        Optional<ObjectNode> workload = cluster.store.find(kind, arguments.flag("namespace", "default"), object[1]);
        if (workload.isEmpty()) {
            return Answer.failed("not found: " + arguments.word(2));
        }
        if (arguments.word(1).equals("restart")) {
            ObjectNode patch = Json.read("{}");
            patch.withObject("/spec/template/metadata/annotations")
                    .put("kubectl.kubernetes.io/restartedAt", "restart " + RESTARTS.incrementAndGet());
            cluster.api.patch(workload.get(), patch);
            cluster.settle();
            return Answer.ok("restarted\n");
        }
        if (isOnDelete(workload.get())) {
            return Answer.failed("rollout status is only available for RollingUpdate strategy type");
        }
        boolean done =
                kind.equals("Deployment") ? cluster.deployments.isReady(workload.get()) : isUpToDate(workload.get());
        return done ? Answer.ok("successfully rolled out\n") : Answer.failed("timed out waiting for the rollout");
    }

    private static boolean isOnDelete(JsonNode workload) {
        return workload.path("spec")
                .path("updateStrategy")
                .path("type")
                .asText()
                .equals("OnDelete");
    }

    /** Returns whether all pods of a StatefulSet are Ready, and those from its partition on have its newest template. */
    static boolean isUpToDate(JsonNode set) {
        int replicas = SetController.replicas(set);
        JsonNode status = set.path("status");
        return status.path("readyReplicas").asInt() == replicas
                && status.path("updatedReplicas").asInt() >= replicas - SetController.partition(set);
    }
}
