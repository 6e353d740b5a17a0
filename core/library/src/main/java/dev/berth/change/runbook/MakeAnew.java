package dev.berth.change.runbook;

import dev.berth.change.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deletes an object and makes it anew: the way to a change of what an object keeps, where nothing is lost by it. */
final class MakeAnew {
    private static final Map<String, String> BEFORE = Map.ofEntries(
            Map.entry(
                    "StorageClass",
                    "Volumes and claims that are there are not touched; a claim that is made in between waits."),
            Map.entry("ConfigMap", "Pods that run keep what they read; a pod that starts in between waits for it."),
            Map.entry("Secret", "Pods that run keep what they read; a pod that starts in between waits for it."),
            Map.entry("Service", "Its name resolves to nothing in between, and to another address afterwards."),
            Map.entry("Pod", "The service is down in between, and what the pod keeps in emptyDir volumes is lost."),
            Map.entry("Job", "A run that is under way is cut off."));

    private MakeAnew() {}

    static boolean fits(String kind) {
        return BEFORE.containsKey(kind);
    }

    static Runbook of(Transition change) {
        String kind = change.kind();
        Kubectl kubectl = new Kubectl(change.id().namespace());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                BEFORE.getOrDefault(kind, ""),
                kubectl.delete(
                        kind.toLowerCase(java.util.Locale.ROOT),
                        List.of(change.id().name())),
                Kubectl.apply(change.object().file())));
        return new Runbook(change.id(), "Make the " + kind + " anew", steps);
    }

    static Runbook deployment(Transition change) {
        Kubectl kubectl = new Kubectl(change.id().namespace());
        String name = change.id().name();
        StringBuilder selector = new StringBuilder();
        change.old("spec", "selector", "matchLabels").properties().forEach(label -> selector.append(
                        selector.length() == 0 ? "" : ",")
                .append(label.getKey())
                .append('=')
                .append(label.getValue().asText()));
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                "Delete the Deployment, but leave its pods: they go on serving.",
                kubectl.delete("deployment", List.of(name), "--cascade=orphan")));
        steps.add(Step.run(
                "Make it anew, and wait until the new pods are Ready.",
                Kubectl.apply(change.object().file()),
                kubectl.rollout("deployment", name)));
        if (selector.length() > 0) {
            steps.add(
                    Step.run(
                            "Look at what carries the old labels, and delete the old ReplicaSets and with them the old pods.",
                            kubectl.run("get replicaset,pod --selector " + Kubectl.quote(selector.toString())
                                    + " --show-labels"),
                            kubectl.run(
                                    "get replicaset --selector " + Kubectl.quote(selector.toString())
                                            + " --output jsonpath='{range .items[?(!@.metadata.ownerReferences)]}{.metadata.name}{\"\\n\"}{end}'")));
        }
        return new Runbook(change.id(), "Give the Deployment another selector", steps);
    }
}
