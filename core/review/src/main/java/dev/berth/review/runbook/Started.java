package dev.berth.review.runbook;

import dev.berth.review.model.SetClaims;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Waits until the pods of an applied workload are Ready. */
final class Started {
    private static final String WAIT = "Wait until the pods are Ready.";

    private Started() {}

    /** Returns the step; empty if the kind has no pods to wait for. */
    static Optional<Step> of(TreeObject workload) {
        List<String> lines = lines(workload);
        return lines.isEmpty() ? Optional.empty() : Optional.of(Step.run(Phase.FINISH, WAIT, lines));
    }

    /** Returns the step that applies the workload, and the one that waits for its pods. */
    static List<Step> applied(TreeObject workload, String why) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.apply(why, workload.path()));
        of(workload).ifPresent(steps::add);
        return steps;
    }

    /** Returns the step that replaces every pod of an applied StatefulSet. */
    static Step again(TreeObject set, String why) {
        return Step.run(Phase.FINISH, why, restart(set));
    }

    /** Returns the commands that replace every pod of an applied StatefulSet. */
    static List<String> restart(TreeObject set) {
        Kubectl kubectl = new Kubectl(set.id().namespace());
        String name = set.id().name();
        if (isRolling(set)) {
            return List.of(
                    kubectl.run("rollout restart statefulset/" + Kubectl.quote(name)),
                    kubectl.run("rollout status statefulset/" + Kubectl.quote(name)) + " --timeout=15m");
        }
        return new SetClaims(set)
                .podsFromTheTop().stream()
                        .map(pod -> kubectl.call("replace " + Kubectl.quote(pod)))
                        .toList();
    }

    static List<String> lines(TreeObject workload) {
        Kubectl kubectl = new Kubectl(workload.id().namespace());
        String name = Kubectl.quote(workload.id().name());
        String kind = workload.kind().toLowerCase(Locale.ROOT);
        return switch (workload.kind()) {
            case "StatefulSet" ->
                Stream.concat(
                                Stream.of(kubectl.call("unstick " + name)),
                                (isRolling(workload)
                                                ? List.of(kubectl.run("rollout status statefulset/" + name)
                                                        + " --timeout=15m")
                                                : ready(kubectl, "statefulset/" + name, workload))
                                        .stream())
                        .toList();
            case "DaemonSet" ->
                isRolling(workload)
                        ? List.of(kubectl.run("rollout status " + kind + "/" + name) + " --timeout=15m")
                        : ready(kubectl, kind + "/" + name, workload);
            case "Deployment" -> List.of(kubectl.run("rollout status deployment/" + name) + " --timeout=15m");
            case "ReplicaSet" -> ready(kubectl, "replicaset/" + name, workload);
            case "Pod" -> List.of(kubectl.run("wait pod/" + name) + " --for=condition=Ready --timeout=15m");
            default -> List.of();
        };
    }

    /** kubectl refuses to wait for a rollout that happens only when pods are deleted. */
    private static List<String> ready(Kubectl kubectl, String object, TreeObject workload) {
        int replicas = new SetClaims(workload).replicas();
        return replicas == 0 || workload.kind().equals("DaemonSet")
                ? List.of()
                : List.of(kubectl.run("wait " + object) + " --for=jsonpath='{.status.readyReplicas}'=" + replicas
                        + " --timeout=15m");
    }

    private static boolean isRolling(TreeObject workload) {
        return !workload.at("spec", "updateStrategy", "type").asText().equals("OnDelete");
    }
}
