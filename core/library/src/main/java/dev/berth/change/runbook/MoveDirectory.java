package dev.berth.change.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.change.effect.SetClaims;
import dev.berth.change.model.ChangeFinding;
import dev.berth.change.model.PodTemplate;
import dev.berth.change.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves the data directory of a database within its volume, while the pods are stopped. */
final class MoveDirectory {
    private MoveDirectory() {}

    /** The runbook; empty where the old and the new directory are not on one volume of the pods' own. */
    static Optional<Runbook> of(Transition change, ChangeFinding finding) {
        PodTemplate pods = PodTemplate.of(change.before().orElseThrow()).orElseThrow();
        String path = finding.field().substring(0, finding.field().indexOf(".env["));
        String from = String.valueOf(finding.from());
        String to = String.valueOf(finding.to());
        return pods.container(path)
                .flatMap(container -> mount(pods, container, from, to))
                .map(mount -> book(change, mount, from, to));
    }

    private static Optional<JsonNode> mount(PodTemplate pods, PodTemplate.Container container, String from, String to) {
        for (JsonNode mount : container.body().path("volumeMounts")) {
            String directory = mount.path("mountPath").asText() + "/";
            if (from.startsWith(directory)
                    && to.startsWith(directory)
                    && pods.isClaimTemplate(mount.path("name").asText())) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    private static Runbook book(Transition change, JsonNode mount, String from, String to) {
        String namespace = change.id().namespace();
        String name = change.id().name();
        Kubectl kubectl = new Kubectl(namespace);
        SetClaims set = new SetClaims(change.before().orElseThrow());
        int root = mount.path("mountPath").asText().length();
        String sub = mount.path("subPath").asText("");
        String base = "/volume" + (sub.isEmpty() ? "" : "/" + sub);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                "Delete the StatefulSet, but leave its claims; then stop the pods. The service is down from here on.",
                kubectl.delete("statefulset", List.of(name), "--cascade=orphan"),
                kubectl.delete("pod", set.podsFromTheTop(), "--wait=true")));
        for (String claim : set.of(mount.path("name").asText())) {
            steps.add(Step.run(
                    "Move the directory on the volume of " + claim + ".",
                    HelperPod.run(
                            namespace,
                            claim + "-move",
                            Map.of("/volume", claim),
                            List.of("mv", base + from.substring(root), base + to.substring(root)))));
        }
        steps.add(Step.run(
                "Apply the change: the pods find the data at its new place.",
                Kubectl.apply(change.object().file()),
                kubectl.rollout("statefulset", name)));
        return new Runbook(change.id(), "Move the data directory", steps);
    }
}
