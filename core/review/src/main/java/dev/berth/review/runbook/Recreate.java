package dev.berth.review.runbook;

import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes and recreates an object: the runbook for an immutable field, if no data is lost. */
final class Recreate {
    private static final String READ =
            "Running pods keep what they read; a pod that starts in the meantime waits" + " for it.";

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

    private Recreate() {}

    /** Returns the runbook; empty if a new object is refused as well, or would lose what the old one represents. */
    static Optional<Runbook> of(Transition change, String rule) {
        String kind = change.kind();
        if (!change.isUpdate() || !KEPT.contains(rule)) {
            return Optional.empty();
        }
        if (kind.equals("Deployment")) {
            return Optional.of(deployment(change));
        }
        String between = BETWEEN.get(kind);
        return between == null ? Optional.empty() : Optional.of(recreate(change, between));
    }

    private static Runbook recreate(Transition change, String between) {
        String kind = change.kind();
        String name = change.id().name();
        return new Runbook(
                change.id(),
                "Recreate the " + kind,
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
                "Delete the Deployment, but keep its pods: they continue to serve.",
                kubectl.delete("deployment", List.of(name), "--cascade=orphan")));
        steps.add(Step.run(
                "Recreate it, and wait until the new pods are Ready.",
                Kubectl.apply(change.object().path()),
                kubectl.rollout("deployment", name)));
        if (!labels.isEmpty()) {
            steps.add(Step.run(
                    "Delete the old ReplicaSets, which no longer have an owner, together with the old pods.",
                    kubectl.run("get replicaset --selector " + Kubectl.quote(String.join(",", labels)))
                            + " --output go-template="
                            + Kubectl.quote("{{range .items}}{{if not .metadata.ownerReferences}}{{.metadata.name}}"
                                    + "{{\"\\n\"}}{{end}}{{end}}")
                            + " |",
                    "  while read -r old; do",
                    "    " + kubectl.run("delete replicaset \"$old\""),
                    "  done"));
        }
        return new Runbook(change.id(), "Change the selector of the Deployment", steps);
    }
}
