package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Copies the data of claims to new volumes that are smaller or of another kind, and keeps the names of the claims. */
final class CopyAndSwitch {
    private CopyAndSwitch() {}

    /**
     * Returns the steps for one claim; no pod may use it while they run.
     *
     * @param like what the claim gets its labels, annotations and spec from
     */
    static List<Step> steps(String namespace, String claim, JsonNode like) {
        Kubectl kubectl = new Kubectl(namespace);
        String name = Kubectl.quote(claim);
        String copy = claim + "-copy";
        String text = Ordinal.text(claim);
        String each = claim.equals(text) ? text : "each claim " + text;
        List<String> copying = new ArrayList<>();
        copying.addAll(StandardInput.createClaim(namespace, copy, ClaimModel.ofCopy(like)));
        copying.addAll(HelperPod.copied(namespace, claim, copy));
        copying.add(kubectl.call("keep " + name));
        copying.add(kubectl.call("unused " + name));
        copying.add(kubectl.delete("persistentvolumeclaim", List.of(claim)));
        return List.of(
                Step.run(
                        Phase.MOVE,
                        "Copy the data of " + each + " to a claim as it should be, and delete " + text
                                + "; its volume stays with the data. Save the output.",
                        Ordinal.each(
                                namespace,
                                claim,
                                Block.when(WantedClaim.outdated(kubectl, claim, like.path("spec")), copying))),
                Step.run(
                        Phase.MOVE,
                        "Give the name " + text + " to the new volume.",
                        RebindClaims.lines(namespace, namespace, new RebindClaims.Pair(copy, claim), like)));
    }
}
