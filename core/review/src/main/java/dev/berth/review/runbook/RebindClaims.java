package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Moves volumes with their data to claims with other names. */
final class RebindClaims {
    /** A claim, and the name of the claim that gets its volume. */
    record Pair(String from, String to) {}

    private RebindClaims() {}

    static List<Step> steps(String fromNamespace, String toNamespace, List<Pair> pairs, JsonNode spec) {
        Kubectl from = new Kubectl(fromNamespace);
        Kubectl to = new Kubectl(toNamespace);
        List<Step> steps = new ArrayList<>();
        boolean moves = !fromNamespace.equals(toNamespace) && !toNamespace.isEmpty();
        String where = moves ? " in namespace " + toNamespace : "";
        if (moves) {
            String namespace = "namespace " + Kubectl.quote(toNamespace);
            steps.add(Step.run(
                    "Create the new namespace if it does not exist.",
                    "kubectl get " + namespace + " || kubectl create " + namespace));
        }
        for (Pair pair : pairs) {
            steps.add(Step.run(
                    "Move the volume of " + pair.from() + " to " + pair.to() + where + ".",
                    "volume=$(" + from.claimField(pair.from(), "volumeName") + ")",
                    "class=$(" + from.claimField(pair.from(), "storageClassName") + ")",
                    RetainVolumes.retain("volume"),
                    from.delete("persistentvolumeclaim", List.of(pair.from())),
                    StandardInput.reserve("volume", toNamespace, pair.to()),
                    StandardInput.createOn("volume", "class", toNamespace, pair.to(), spec),
                    to.await("persistentvolumeclaim", pair.to(), ".status.phase", "Bound", "5m")));
        }
        return steps;
    }
}
