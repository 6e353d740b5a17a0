package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copies every claim of a StatefulSet before a new version of the database rewrites its data. */
final class CopyBefore {
    private CopyBefore() {}

    static Runbook of(Transition change) {
        String namespace = change.id().namespace();
        SetClaims set = new SetClaims(change.before().orElseThrow());
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.of(change.before().orElseThrow()));
        for (JsonNode template : change.old("spec", "volumeClaimTemplates")) {
            for (String claim : set.of(template.path("metadata").path("name").asText())) {
                String copy = claim + "-before";
                List<String> lines = new ArrayList<>();
                lines.add(StandardInput.create(StandardInput.claim(namespace, copy, template.path("spec"))));
                lines.addAll(HelperPod.run(
                        namespace,
                        copy,
                        new TreeMap<>(Map.of("/from", claim, "/to", copy)),
                        List.of("cp", "-a", "/from/.", "/to/")));
                steps.add(Step.run("Copy " + claim + " to a separate claim.", lines));
            }
        }
        steps.add(StopPods.andStart(
                change.object(),
                "Apply the change. The way back is the old image on the copies; delete them once they are no longer"
                        + " needed."));
        return new Runbook(change.id(), "Keep a copy of the data that the old version reads", steps);
    }
}
