package dev.berth.review.runbook;

import dev.berth.finding.Finding;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Copies data from one claim to the claim that replaces it, while the pods are stopped. */
final class CopyToOther {
    private CopyToOther() {}

    /** Returns the runbook; empty if the two volumes are not claims, one for each pod or one for all. */
    static Optional<Runbook> of(Transition change, Finding finding) {
        PodTemplate before = PodTemplate.of(change.before().orElseThrow()).orElseThrow();
        PodTemplate after = PodTemplate.of(change.after().orElseThrow()).orElseThrow();
        boolean named = finding.rule().id().equals("volume-other-claim");
        String from = String.valueOf(finding.requireChange().from());
        String to = String.valueOf(finding.requireChange().to());
        List<String> old = named ? List.of(from) : MoveDirectory.claims(change, before, from);
        List<String> now = named ? List.of(to) : MoveDirectory.claims(change, after, to);
        boolean there = named || (before.isClaimTemplate(from) && before.isClaimTemplate(to));
        if (!there || old.size() != now.size() || old.isEmpty() || !StopPods.knows(change.kind())) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.of(change.before().orElseThrow()));
        for (int i = 0; i < old.size(); i++) {
            steps.add(Step.run(
                    "Copy the data of " + old.get(i) + " to " + now.get(i) + ", which must exist and be empty.",
                    HelperPod.run(
                            change.id().namespace(),
                            now.get(i) + "-copy",
                            new TreeMap<>(Map.of("/from", old.get(i), "/to", now.get(i))),
                            List.of("cp", "-a", "/from/.", "/to/"))));
        }
        steps.add(StopPods.andStart(
                change.object(), "Apply the change: the pods find the data. The old claims stay as a way back."));
        return Optional.of(new Runbook(change.id(), "Copy the data to the other volumes first", steps));
    }
}
