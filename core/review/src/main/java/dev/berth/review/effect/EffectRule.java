package dev.berth.review.effect;

import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** Something that a cluster does after the API server has accepted a change, and that the server does not report. */
@FunctionalInterface
public interface EffectRule {

    /** Adds the effects of the change of this object. */
    void review(Transition change, Trees trees, Outcome outcome);
}
