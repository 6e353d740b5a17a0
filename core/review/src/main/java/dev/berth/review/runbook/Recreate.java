package dev.berth.review.runbook;

import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes and recreates an object: the runbook for an immutable field, if no data is lost. */
final class Recreate {
    private static final String READ =
            "Running pods keep what they read; a pod that starts in the meantime waits for it.";

    /** What happens in the meantime, by kind. */
    private static final Map<String, String> BETWEEN = Map.ofEntries(
            Map.entry("ClusterRoleBinding", "Its subjects do not have its permissions in the meantime."),
            Map.entry("ConfigMap", READ),
            Map.entry(
                    "CSIDriver",
                    "Mounted volumes stay; a volume that is mounted in the meantime is mounted without the settings"
                            + " of the driver."),
            Map.entry("DaemonSet", "Its pods are deleted with it; the nodes have none until the new ones are Ready."),
            Map.entry("Job", "A current run is aborted."),
            Map.entry("Pod", "The service is down in the meantime, and data in emptyDir volumes is lost."),
            Map.entry(
                    "PriorityClass",
                    "Existing pods keep their priority; a pod that is created in the meantime is refused."),
            Map.entry("ReplicaSet", "Its pods are deleted with it: the service is down until the new ones are Ready."),
            Map.entry("ResourceQuota", "Objects that are created in the meantime are accepted whatever they request."),
            Map.entry("RoleBinding", "Its subjects do not have its permissions in the meantime."),
            Map.entry("Secret", READ),
            Map.entry(
                    "Service",
                    "Its name does not resolve in the meantime, and resolves to another address" + " afterwards."),
            Map.entry(
                    "StorageClass",
                    "Existing volumes and claims are not changed; a claim that is created in the meantime waits."),
            Map.entry(
                    "VolumeAttributesClass",
                    "Existing volumes keep their attributes; a claim that requests it in the meantime waits."));

    /** Changes that are refused because the object exists; the same manifest is accepted for a new object. */
    private static final Set<String> KEPT = Set.of(
            "binding-role",
            "configmap-immutable",
            "csidriver-immutable",
            "gated-pod-node-affinity",
            "gated-pod-node-selector",
            "job-completions",
            "job-spec-immutable",
            "pod-annotations",
            "pod-containers",
            "pod-deadline",
            "pod-scheduling-gates",
            "pod-spec-immutable",
            "pod-tolerations",
            "priorityclass-policy",
            "priorityclass-value",
            "resourcequota-scopes",
            "secret-immutable",
            "secret-type-immutable",
            "service-cluster-ip",
            "service-headless-type",
            "service-health-port",
            "service-ip-family",
            "service-load-balancer-class",
            "storageclass-immutable",
            "volumeattributesclass-immutable",
            "workload-selector");

    private static final Set<String> NEEDED_BY_CLAIMS = Set.of("CSIDriver", "StorageClass", "VolumeAttributesClass");

    private Recreate() {}

    /** Returns the runbook; empty if a new object is refused as well, or would lose what the old one represents. */
    static Optional<Runbook> of(Transition change, String rule, Trees trees) {
        String kind = change.kind();
        if (!change.isUpdate() || !KEPT.contains(rule)) {
            return Optional.empty();
        }
        if (kind.equals("Deployment")) {
            return Optional.of(deployment(change));
        }
        String between = BETWEEN.get(kind);
        return between == null ? Optional.empty() : Optional.of(recreate(change, between, trees));
    }

    private static Runbook recreate(Transition change, String between, Trees trees) {
        String kind = change.kind();
        if (NEEDED_BY_CLAIMS.contains(kind)) {
            return atOnce(change, between, trees.after().find(change.id()).orElseThrow());
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                Phase.STOP,
                "Delete the " + kind + ". " + between,
                new Kubectl(change.id().namespace())
                        .delete(
                                kind.toLowerCase(Locale.ROOT),
                                List.of(change.id().name()))));
        steps.addAll(Started.applied(change.object(), "Recreate the " + kind + "."));
        steps.add(Step.read(Phase.AFTERWARDS, "The way back: delete the " + kind + ", and apply the old tree."));
        return Runbook.of(change.id(), "Recreate the " + kind, steps);
    }

    /** Recreates an object by itself, before data moves to claims that need it. */
    private static Runbook atOnce(Transition change, String between, TreeObject written) {
        String kind = change.kind();
        List<String> lines = new ArrayList<>();
        lines.add(new Kubectl("")
                .delete(kind.toLowerCase(Locale.ROOT), List.of(change.id().name())));
        lines.addAll(StandardInput.apply(written.body()));
        return Runbook.of(
                change.id(),
                "Recreate the " + kind,
                List.of(
                        Step.run(Phase.PREPARE, "Delete and recreate the " + kind + ". " + between, lines),
                        Step.read(Phase.AFTERWARDS, "The way back: delete the " + kind + ", and apply the old tree.")));
    }

    private static Runbook deployment(Transition change) {
        Kubectl kubectl = new Kubectl(change.id().namespace());
        String name = change.id().name();
        List<String> labels = new ArrayList<>();
        change.old("spec", "selector", "matchLabels")
                .properties()
                .forEach(label ->
                        labels.add(label.getKey() + "=" + label.getValue().asText()));
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                Phase.STOP,
                "Delete the Deployment, but keep its pods: they continue to serve.",
                kubectl.delete("deployment", List.of(name), "--cascade=orphan")));
        steps.addAll(Started.applied(change.object(), "Recreate it."));
        if (!labels.isEmpty()) {
            steps.add(Step.run(
                    Phase.FINISH,
                    "Delete the old ReplicaSets, which no longer have an owner, together with the old pods.",
                    kubectl.run("get replicaset --selector " + Kubectl.quote(String.join(",", labels)))
                            + " --output jsonpath='{range .items[*]}{.metadata.name}{\" \"}"
                            + "{.metadata.ownerReferences[*].name}{\"\\n\"}{end}' |",
                    "  while read -r name owner; do",
                    "    [ -n \"$owner\" ] || " + kubectl.run("delete replicaset \"$name\"")
                            + " --ignore-not-found --timeout=10m",
                    "  done"));
        }
        steps.add(Step.read(
                Phase.AFTERWARDS,
                "The way back: delete the Deployment with --cascade=orphan, and apply the old tree."));
        return Runbook.of(change.id(), "Change the selector of the Deployment", steps);
    }
}
