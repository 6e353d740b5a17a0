package dev.berth.change.effect;

import dev.berth.change.model.Outcome;
import dev.berth.change.model.Transition;
import dev.berth.change.model.Trees;

/** Something that a cluster does after the API server has accepted a change, and that the server does not tell. */
@FunctionalInterface
public interface EffectRule {

    /** Adds what the change of this object leads to. */
    void review(Transition change, Trees trees, Outcome outcome);
}
