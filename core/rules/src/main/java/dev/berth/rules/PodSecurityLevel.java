package dev.berth.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The levels of the Pod Security Standards. */
public enum PodSecurityLevel {
    /** Unrestricted. */
    PRIVILEGED,
    /** Prevents known privilege escalations. */
    BASELINE,
    /** Current best practices: no root, no privilege escalation, no capabilities, a seccomp profile. */
    RESTRICTED;

    /** Returns the level that a label names; empty if it names none. */
    public static Optional<PodSecurityLevel> of(String label) {
        return Arrays.stream(values())
                .filter(level -> level.toString().equals(label))
                .findFirst();
    }

    /** Returns the level as a label value. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
