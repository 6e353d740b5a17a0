package dev.berth.review.runbook;

import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes an object and makes it anew: the way to a change of what an object keeps, where no data is lost by it. */
final class MakeAnew {
    private static final String READ = "Pods that run keep what they read; a pod that starts in between waits for it.";

    /** What happens in between, by kind. */
    private static final Map<String, String> BETWEEN = Map.ofEntries(
            Map.entry("ClusterRoleBinding", "Whoever it names has none of its rights in between."),
            Map.entry("ConfigMap", READ),
            Map.entry(
                    "CSIDriver",
                    "Volumes that are mounted stay; one that is mounted in between is mounted as if the driver asked for"
                            + " nothing."),
            Map.entry(
                    "DaemonSet",
                    "Its pods are deleted with it; the nodes are without them until the new ones are Ready."),
            Map.entry("Job", "A run that is under way is cut off."),
            Map.entry("Pod", "The service is down in between, and what the pod keeps in emptyDir volumes is lost."),
            Map.entry(
                    "PriorityClass",
                    "Pods that are there keep their priority; a pod that is made in between is refused."),
            Map.entry("ReplicaSet", "Its pods are deleted with it: the service is down until the new ones are Ready."),
            Map.entry("ResourceQuota", "What is made in between is taken whatever it asks for."),
            Map.entry("RoleBinding", "Whoever it names has none of its rights in between."),
            Map.entry("Secret", READ),
            Map.entry("Service", "Its name resolves to nothing in between, and to another address afterwards."),
            Map.entry(
                    "StorageClass",
                    "Volumes and claims that are there are not touched; a claim that is made in between waits."),
            Map.entry(
                    "VolumeAttributesClass",
                    "Volumes that are there keep their attributes; a claim that asks for it in between waits."));

    /** What is refused because the object is there; the same manifest is accepted for a new one. */
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

    private MakeAnew() {}

    /** The runbook; empty where a new object is refused as well, or would lose what the old one stands for. */
    static Optional<Runbook> of(Transition change, String rule) {
        String kind = change.kind();
        if (!change.isUpdate() || !KEPT.contains(rule)) {
            return Optional.empty();
        }
        if (kind.equals("Deployment")) {
            return Optional.of(deployment(change));
        }
        String between = BETWEEN.get(kind);
        return between == null ? Optional.empty() : Optional.of(anew(change, between));
    }

    private static Runbook anew(Transition change, String between) {
        String kind = change.kind();
        String name = change.id().name();
        return new Runbook(
                change.id(),
                "Make the " + kind + " anew",
                List.of(Step.run(
                        between,
                        new Kubectl(change.id().namespace()).delete(kind.toLowerCase(Locale.ROOT), List.of(name)),
                        Kubectl.apply(change.object().path()))));
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
                "Delete the Deployment, but leave its pods: they go on serving.",
                kubectl.delete("deployment", List.of(name), "--cascade=orphan")));
        steps.add(Step.run(
                "Make it anew, and wait until the new pods are Ready.",
                Kubectl.apply(change.object().path()),
                kubectl.rollout("deployment", name)));
        if (!labels.isEmpty()) {
            steps.add(Step.run(
                    "Delete the old ReplicaSets, which belong to nobody now, and with them the old pods.",
                    kubectl.run("get replicaset --selector " + Kubectl.quote(String.join(",", labels)))
                            + " --output go-template="
                            + Kubectl.quote("{{range .items}}{{if not .metadata.ownerReferences}}{{.metadata.name}}"
                                    + "{{\"\\n\"}}{{end}}{{end}}")
                            + " |",
                    "  while read -r old; do",
                    "    " + kubectl.run("delete replicaset \"$old\""),
                    "  done"));
        }
        return new Runbook(change.id(), "Give the Deployment another selector", steps);
    }
}
