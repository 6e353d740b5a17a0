package dev.berth.review.effect;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.data.DataMount;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A claim template is renamed or removed: once the StatefulSet is recreated, no pod uses the old claims. */
final class ClaimTemplateGone implements TemplateRule {
    private static final String LIST = "spec.volumeClaimTemplates";
    private static final Rule RULE = new Rule(
            "claim-template-gone", "getPersistentVolumeClaimName", "pkg/controller/statefulset/stateful_set_utils.go");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        if (!change.kind().equals("StatefulSet")) {
            return;
        }
        SetClaims claims = new SetClaims(change.before().orElseThrow());
        List<String> templates = new SetClaims(change.after().orElseThrow()).templates();
        List<String> added = templates.stream()
                .filter(template -> !claims.templates().contains(template))
                .toList();
        MountedData old = MountedData.of(before, trees.before());
        MountedData now = MountedData.of(after, trees.after());
        for (String gone : claims.templates()) {
            if (templates.contains(gone) || now.keeps(old.origin(gone))) {
                continue;
            }
            change.change(LIST + "[" + gone + "]")
                    .or(() -> change.change(LIST))
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            RULE,
                            new FieldChange(field.path(), TextNode.valueOf(gone), null),
                            claims.of(gone),
                            "The claims " + Names.list(claims.of(gone)) + " stay with their data, but no pod uses them."
                                    + (added.isEmpty()
                                            ? instead(gone, old, now)
                                            : " The pods start with new, empty claims of " + Names.list(added) + "."),
                            "Keep the template, or move the data to where the pods find it."));
        }
    }

    /** Returns which volumes are mounted where the claims were. */
    private static String instead(String gone, MountedData before, MountedData after) {
        Set<String> volumes = new LinkedHashSet<>();
        for (PodTemplate.Container container : before.pods().containers()) {
            Optional<PodTemplate.Container> now = after.pods().counterpart(container, before.pods());
            for (DataMount mount : before.mounts(container)) {
                if (mount.volume().equals(gone) && now.isPresent()) {
                    after.mountAt(now.get(), mount.path())
                            .ifPresent(next -> volumes.add(after.describe(next.volume())));
                }
            }
        }
        return volumes.isEmpty() ? "" : " The pods mount " + Names.list(List.copyOf(volumes)) + " instead.";
    }
}
