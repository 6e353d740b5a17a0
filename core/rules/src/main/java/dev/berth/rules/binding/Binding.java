package dev.berth.rules.binding;

import java.util.Optional;

/**
 * What happens to a claim.
 *
 * @param outcome the outcome
 * @param volume the claim's final {@code spec.volumeName}: the volume that it is bound to, or the one that it names and
 *     does not get
 * @param turn a number that grows with each claim: what earlier claims took is no longer available
 */
public record Binding(Outcome outcome, Optional<String> volume, int turn) {

    /** The possible outcomes for a claim. */
    public enum Outcome {
        /** The claim is bound to a volume. */
        BOUND("Bound"),
        /** No existing volume matches, and its class provisions one. */
        PROVISIONED("Pending"),
        /** Its class waits for a pod that uses it, and binds or provisions a volume where that pod runs. */
        WAITING_FOR_POD("Pending"),
        /** No volume matches, and its class is not known. */
        CLASS_MISSING("Pending"),
        /** No volume matches, and nothing provisions one. */
        UNBOUND("Pending");

        private final String phase;

        Outcome(String phase) {
            this.phase = phase;
        }
    }

    /** Checks that a bound claim has a volume. */
    public Binding {
        if (outcome == Outcome.BOUND && volume.isEmpty()) {
            throw new IllegalArgumentException("A bound claim has a volume");
        }
    }

    /** Returns whether the claim is bound. */
    public boolean isBound() {
        return outcome == Outcome.BOUND;
    }

    /** Returns the phase that the controller sets in the claim's status: {@code Bound} or {@code Pending}. */
    public String phase() {
        return outcome.phase;
    }
}
