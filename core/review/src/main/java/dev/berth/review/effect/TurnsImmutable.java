package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.Set;

/** A ConfigMap or Secret is closed for good. */
final class TurnsImmutable implements EffectRule {
    private static final Rule RULE = Rule.core("turns-immutable", "ValidateConfigMapUpdate");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (change.isUpdate()
                && Set.of("ConfigMap", "Secret").contains(change.kind())
                && change.now("immutable").asBoolean()) {
            change.change("immutable")
                    .ifPresent(field -> outcome.add(
                            Effect.IN_PLACE,
                            RULE,
                            field,
                            "There is no way back: from now on the data changes only by deleting the object and making it"
                                    + " anew.",
                            "Put a hash of the content into its name, and let each change make a new one."));
        }
    }
}
