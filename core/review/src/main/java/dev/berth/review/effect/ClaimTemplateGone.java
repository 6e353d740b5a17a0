package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;

/** A claim template is renamed or removed: once the StatefulSet is recreated, no pod uses the old claims. */
final class ClaimTemplateGone implements EffectRule {
    private static final Rule RULE = new Rule(
            "claim-template-gone", "getPersistentVolumeClaimName", "pkg/controller/statefulset/stateful_set_utils.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("StatefulSet") || !change.isUpdate()) {
            return;
        }
        SetClaims before = new SetClaims(change.before().orElseThrow());
        List<String> after = new SetClaims(change.after().orElseThrow()).templates();
        List<String> added = after.stream()
                .filter(template -> !before.templates().contains(template))
                .toList();
        for (String gone : before.templates()) {
            if (after.contains(gone)) {
                continue;
            }
            String empty =
                    added.isEmpty() ? "" : " The pods start with new, empty claims of " + Names.list(added) + ".";
            change.change("spec.volumeClaimTemplates[" + gone + "]")
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            RULE,
                            field,
                            before.of(gone),
                            "Once the StatefulSet is recreated, the claims " + Names.list(before.of(gone))
                                    + " stay with their data, unused." + empty,
                            "Keep the name, or move the volumes to claims with the new names."));
        }
    }
}
