package dev.berth.rules.binding;

import java.util.Optional;

/**
 * What becomes of a claim.
 *
 * @param outcome how it ends
 * @param volume what the claim's {@code spec.volumeName} says in the end: the volume that it is bound to, or the one that
 *     it asks for and does not get
 * @param turn when it was its turn, as a number that grows with each claim: what others took before was taken
 */
public record Binding(Outcome outcome, Optional<String> volume, int turn) {

    /** How a claim can end. */
    public enum Outcome {
        /** It has its volume. */
        BOUND("Bound"),
        /** No volume that exists serves, and its class makes one. */
        PROVISIONED("Pending"),
        /** Its class waits for a pod that uses it, and binds or makes a volume where that pod runs. */
        WAITING_FOR_POD("Pending"),
        /** No volume serves, and its class is not known. */
        CLASS_MISSING("Pending"),
        /** No volume serves, and nothing makes one. */
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

    /** Whether the claim has its volume. */
    public boolean isBound() {
        return outcome == Outcome.BOUND;
    }

    /** The phase that the controller sets in the claim's status: {@code Bound} or {@code Pending}. */
    public String phase() {
        return outcome.phase;
    }
}
