package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** The kubelet changes the group of each file on a volume. */
final class GroupOwnership implements TemplateRule {
    private static final Rule RULE = new Rule("fs-group-changed", "SetVolumeOwnership", "pkg/volume/volume_linux.go");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        boolean mounts = MountedData.of(after, trees.after()).keepsData();
        String path = before.pathOf("spec.securityContext.fsGroup");
        boolean onMismatch = after.spec()
                .path("securityContext")
                .path("fsGroupChangePolicy")
                .asText("")
                .equals("OnRootMismatch");
        if (mounts && after.spec().path("securityContext").hasNonNull("fsGroup")) {
            change.change(path)
                    .ifPresent(field -> outcome.add(
                            Effect.RESTART,
                            RULE,
                            field,
                            "Before a pod starts, the kubelet changes the group of every file on its volumes:"
                                    + " minutes to hours on a large volume, "
                                    + (onMismatch ? "once." : "and at every later start again."),
                            onMismatch ? "" : "Set fsGroupChangePolicy: OnRootMismatch."));
        }
    }
}
