package dev.berth.review.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.effect.Names;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.TreeObject;
import java.util.List;

/** Pods of a workload that are not ready, a rollout that is not finished, and a partition that is left over from one. */
public final class WorkloadState {
    private static final String SET = "pkg/controller/statefulset/stateful_set_control.go";
    private static final Rule NOT_READY = new Rule("pods-not-ready", "updateStatus", SET);
    private static final Rule UNFINISHED =
            new Rule("rollout-unfinished", "updateStatefulSetAfterInvariantEstablished", SET);
    private static final Rule PARTITION = new Rule("partition-left", "updateStatefulSetAfterInvariantEstablished", SET);
    private static final Rule DEADLINE =
            new Rule("rollout-unfinished", "DeploymentTimedOut", "pkg/controller/deployment/util/deployment_util.go");

    private final TreeObject old;
    private final TreeObject now;
    private final List<PodState> pods;
    private final Outcome outcome;

    private WorkloadState(TreeObject old, TreeObject now, ObjectTree cluster, Outcome outcome) {
        this.old = old;
        this.now = now;
        this.pods = PodState.of(old, cluster);
        this.outcome = outcome;
    }

    /** Adds what the cluster states about a workload, whether it changes or not. */
    public static void add(TreeObject old, TreeObject now, ObjectTree cluster, Outcome outcome) {
        switch (old.kind()) {
            case "StatefulSet" -> new WorkloadState(old, now, cluster, outcome).set();
            case "Deployment" -> new WorkloadState(old, now, cluster, outcome).deployment();
            case "DaemonSet" -> {
                WorkloadState state = new WorkloadState(old, now, cluster, outcome);
                JsonNode status = old.at("status");
                state.notReady(
                        status.path("desiredNumberScheduled").asInt(),
                        status.path("numberReady").asInt());
            }
            default -> {}
        }
    }

    private void set() {
        JsonNode status = old.at("status");
        int replicas = old.at("spec", "replicas").asInt(1);
        notReady(replicas, status.path("readyReplicas").asInt());
        String update = status.path("updateRevision").asText();
        String current = status.path("currentRevision").asText();
        JsonNode strategy = old.at("spec", "updateStrategy");
        if (update.equals(current) || !strategy.path("type").asText().equals("RollingUpdate")) {
            return;
        }
        int partition = strategy.path("rollingUpdate").path("partition").asInt();
        int updated = status.path("updatedReplicas").asInt();
        int last = old.at("spec", "ordinals", "start").asInt() + replicas;
        if (partition > 0 && updated >= last - partition) {
            partition(partition, updated, replicas);
            return;
        }
        List<String> broken = pods.stream()
                .filter(pod -> pod.revision().equals(update) && !pod.ready())
                .map(PodState::toString)
                .toList();
        boolean ordered = !old.at("spec", "podManagementPolicy").asText().equals("Parallel");
        outcome.add(
                Effect.IN_PLACE,
                UNFINISHED,
                "The last rollout is not finished: " + updated + " of " + replicas + " pods updated to revision "
                        + update + "."
                        + (broken.isEmpty() ? "" : " It waits for " + Names.list(broken) + "."),
                broken.isEmpty() || !ordered
                        ? "Wait until the rollout is finished before you apply the tree."
                        : "Apply a template that works, and delete " + Names.list(namesOf(update))
                                + " afterwards: the controller does not replace a pod that is not ready.");
    }

    private List<String> namesOf(String revision) {
        return pods.stream()
                .filter(pod -> pod.revision().equals(revision) && !pod.ready())
                .map(PodState::name)
                .toList();
    }

    private void partition(int partition, int updated, int replicas) {
        int after =
                now.at("spec", "updateStrategy", "rollingUpdate", "partition").asInt();
        outcome.add(
                Effect.IN_PLACE,
                PARTITION,
                "The partition is " + partition + " in the cluster: " + updated + " of " + replicas
                        + " pods updated. The others keep the old template, even when they are recreated."
                        + (after == partition ? " The apply does not change that." : ""),
                after == partition ? "Lower the partition in the tree to finish the rollout." : "");
    }

    private void deployment() {
        JsonNode status = old.at("status");
        int replicas = old.at("spec", "replicas").asInt(1);
        notReady(replicas, status.path("readyReplicas").asInt());
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("reason").asText().equals("ProgressDeadlineExceeded")) {
                outcome.add(
                        Effect.IN_PLACE,
                        DEADLINE,
                        "The last rollout is stuck: "
                                + status.path("updatedReplicas").asInt() + " of " + replicas
                                + " pods updated, and the progress deadline is exceeded.",
                        "Apply a template that works: the Deployment then replaces the new pods.");
            }
        }
    }

    private void notReady(int wanted, int ready) {
        if (ready >= wanted) {
            return;
        }
        List<String> missing = pods.stream()
                .filter(pod -> !pod.ready())
                .map(PodState::toString)
                .toList();
        outcome.add(
                Effect.IN_PLACE,
                NOT_READY,
                ready + " of " + wanted + " pods are ready in the cluster, before any change."
                        + (missing.isEmpty() ? "" : " Not ready: " + Names.list(missing) + "."),
                "Find out why before you apply the tree: kubectl describe pod --namespace "
                        + old.id().namespace()
                        + (missing.isEmpty()
                                ? ""
                                : " "
                                        + pods.stream()
                                                .filter(pod -> !pod.ready())
                                                .findFirst()
                                                .orElseThrow()
                                                .name())
                        + ".");
    }
}
