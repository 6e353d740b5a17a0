package dev.berth.review.runbook;

import dev.berth.finding.Finding;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Optional<String> old = named ? Optional.of(from) : MoveDirectory.claim(before, from);
        Optional<String> now = named ? Optional.of(to) : MoveDirectory.claim(after, to);
        boolean there = named || (before.isClaimTemplate(from) && before.isClaimTemplate(to) && !isMounted(before, to));
        if (!there || old.isEmpty() || now.isEmpty() || !StopPods.knows(change.kind())) {
            return Optional.empty();
        }
        String namespace = change.id().namespace();
        String applied = AppliedMounts.are(change.object());
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.unless(applied, change.before().orElseThrow()));
        steps.add(Step.run(
                Phase.MOVE,
                "Copy the data of " + Ordinal.text(old.get()) + " to " + Ordinal.text(now.get())
                        + ", which must exist and have no other files.",
                Block.unless(
                        applied, Ordinal.each(namespace, old.get(), HelperPod.copy(namespace, old.get(), now.get())))));
        steps.addAll(Started.applied(change.object(), "Apply the change: the pods find the data."));
        steps.add(Step.read(Phase.AFTERWARDS, "The old claims stay as a way back: apply the old tree."));
        return Optional.of(Runbook.of(change.id(), "Copy the data to the other volumes first", steps));
    }

    /** A volume that the pods mount has data of its own. */
    private static boolean isMounted(PodTemplate pods, String volume) {
        return pods.containers().stream()
                .flatMap(container -> container.body().path("volumeMounts").findValuesAsText("name").stream())
                .anyMatch(volume::equals);
    }
}
