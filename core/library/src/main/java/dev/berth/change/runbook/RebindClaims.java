package dev.berth.change.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Brings volumes with their data to claims of other names. */
final class RebindClaims {
    /** A claim and the name that its volume's claim gets. */
    record Pair(String from, String to) {}

    private RebindClaims() {}

    static List<Step> steps(String fromNamespace, String toNamespace, List<Pair> pairs, JsonNode spec) {
        Kubectl from = new Kubectl(fromNamespace);
        Kubectl to = new Kubectl(toNamespace);
        List<Step> steps = new ArrayList<>();
        for (Pair pair : pairs) {
            List<String> lines = new ArrayList<>();
            lines.add("volume=$("
                    + from.run("get persistentvolumeclaim " + Kubectl.quote(pair.from())
                            + " --output jsonpath='{.spec.volumeName}'")
                    + ")");
            lines.add("kubectl patch persistentvolume \"$volume\" --type merge --patch "
                    + Kubectl.quote(RetainVolumes.RETAIN));
            lines.add(from.delete("persistentvolumeclaim", List.of(pair.from())));
            lines.add(
                    "kubectl patch persistentvolume \"$volume\" --type merge --patch '{\"spec\":{\"claimRef\":null}}'");
            lines.add(ClaimSpec.apply(ClaimSpec.json(toNamespace, pair.to(), spec, "$volume"), ""));
            lines.add(to.await("persistentvolumeclaim", pair.to(), ".status.phase", "Bound", "5m"));
            steps.add(Step.run("Bring the volume of " + pair.from() + " to " + pair.to() + ".", lines));
        }
        return steps;
    }
}
