package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Copies every claim of a StatefulSet before a new version of the database rewrites its data. */
final class CopyBefore {
    private CopyBefore() {}

    static Runbook of(Transition change, Finding finding) {
        String namespace = change.id().namespace();
        TreeObject before = change.before().orElseThrow();
        String started = RunningImage.is(finding, change.id());
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.unless(started, before));
        for (JsonNode template : change.old("spec", "volumeClaimTemplates")) {
            String claim = Ordinal.claim(
                    template.path("metadata").path("name").asText(), change.id().name());
            String copy = claim + "-before-"
                    + version(String.valueOf(finding.requireChange().to()));
            List<String> lines =
                    new ArrayList<>(StandardInput.createClaim(namespace, copy, ClaimModel.ofCopy(template)));
            lines.addAll(HelperPod.copied(namespace, claim, copy));
            steps.add(Step.run(
                    Phase.BACK_UP,
                    "Copy each claim " + Ordinal.text(claim) + " to " + Ordinal.text(copy) + ".",
                    Block.unless(started, Ordinal.each(namespace, claim, lines))));
        }
        steps.addAll(Started.applied(change.object(), "Apply the change."));
        steps.add(Step.read(
                Phase.AFTERWARDS,
                "The way back is the old image on the copies; delete them once they are no longer needed."));
        return Runbook.of(change.id(), "Keep a copy of the data that the old version reads", steps);
    }

    /** Returns the tag of an image as part of the name of an object. */
    private static String version(String image) {
        String tag = image.substring(image.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        return tag.replaceAll("@.*", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
