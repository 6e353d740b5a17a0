package dev.berth.review.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import java.util.List;

/**
 * A pod of a workload, as the cluster returned it.
 *
 * @param name its name
 * @param revision the hash of its pod template
 * @param ready whether it is ready
 * @param reason why it is not ready, in the words of the kubelet or the scheduler; empty if nobody states it
 */
record PodState(String name, String revision, boolean ready, String reason) {

    /** Returns the pods of a workload, by their owner references; none if no pods were read. */
    static List<PodState> of(TreeObject workload, ObjectTree cluster) {
        return cluster.others().stream()
                .filter(object -> object.kind().equals("Pod"))
                .filter(pod ->
                        pod.id().namespace().equals(workload.id().namespace()) && isOwned(pod, workload, cluster))
                .map(PodState::of)
                .toList();
    }

    /** A Deployment owns its pods through a ReplicaSet. */
    private static boolean isOwned(TreeObject object, TreeObject workload, ObjectTree cluster) {
        for (JsonNode owner : object.body().path("metadata").path("ownerReferences")) {
            if (owner.path("uid").equals(workload.body().path("metadata").path("uid"))) {
                return true;
            }
            if (owner.path("kind").asText().equals("ReplicaSet")
                    && cluster.others().stream()
                            .filter(set ->
                                    set.body().path("metadata").path("uid").equals(owner.path("uid")))
                            .anyMatch(set -> isOwned(set, workload, cluster))) {
                return true;
            }
        }
        return false;
    }

    private static PodState of(TreeObject pod) {
        JsonNode labels = pod.body().path("metadata").path("labels");
        String revision = labels.path("controller-revision-hash")
                .asText(labels.path("pod-template-hash").asText());
        return new PodState(
                pod.id().name(),
                revision,
                isTrue(pod.body(), "Ready"),
                reason(pod.body().path("status")));
    }

    private static boolean isTrue(JsonNode pod, String type) {
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    private static String reason(JsonNode status) {
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode container : status.path(list)) {
                String waiting =
                        container.path("state").path("waiting").path("reason").asText();
                if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
                    return waiting;
                }
            }
        }
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("PodScheduled")
                    && condition.path("status").asText().equals("False")) {
                return condition.path("reason").asText();
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? name : name + " (" + reason + ")";
    }
}
