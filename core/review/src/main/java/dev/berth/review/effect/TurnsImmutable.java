package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.Set;

/** A ConfigMap or Secret becomes immutable. */
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
                            "There is no way back: from now on, the data can only be changed by recreating the object.",
                            "Put a hash of the content into its name, so that each change creates a new object."));
        }
    }
}
