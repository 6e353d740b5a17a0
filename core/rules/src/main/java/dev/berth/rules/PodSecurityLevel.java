package dev.berth.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The levels of the Pod Security Standards. */
public enum PodSecurityLevel {
    /** Anything goes. */
    PRIVILEGED,
    /** Nothing that is known to reach beyond the container. */
    BASELINE,
    /** The best that is known: no root, no escalation, no capabilities, a seccomp profile. */
    RESTRICTED;

    /** The level that a label names; empty where it names none. */
    public static Optional<PodSecurityLevel> of(String label) {
        return Arrays.stream(values())
                .filter(level -> level.toString().equals(label))
                .findFirst();
    }

    /** The level as a label has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
