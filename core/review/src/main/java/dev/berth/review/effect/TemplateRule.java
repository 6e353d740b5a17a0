package dev.berth.review.effect;

import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** A rule for the pods of an object that is in both trees. */
interface TemplateRule extends EffectRule {
    /** Adds the effects of the change of the pods. */
    void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome);

    @Override
    default void review(Transition change, Trees trees, Outcome outcome) {
        if (change.isUpdate() && !change.changes().isEmpty()) {
            PodTemplate.of(change.before().orElseThrow())
                    .ifPresent(before -> PodTemplate.of(change.after().orElseThrow())
                            .ifPresent(after -> review(change, before, after, trees, outcome)));
        }
    }
}
