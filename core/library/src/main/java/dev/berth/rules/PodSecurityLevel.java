package dev.berth.rules;

/** The levels of the Pod Security Standards. */
public enum PodSecurityLevel {
    /** Anything goes. */
    PRIVILEGED,
    /** Nothing that is known to reach beyond the container. */
    BASELINE,
    /** The best that is known: no root, no escalation, no capabilities, a seccomp profile. */
    RESTRICTED
}
