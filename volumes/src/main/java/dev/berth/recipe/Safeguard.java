package dev.berth.recipe;

/** A part of a recipe that a declaration can leave out, with a reason: {@code putOmission(SPREADING, "…")}. */
public enum Safeguard {

    /** The PodDisruptionBudget, which lets a drain of a node evict one pod at a time. */
    DISRUPTION_BUDGET,

    /** The topology spread constraints, by which the scheduler prefers other nodes and zones for each pod. */
    SPREADING,

    /** The startup probe, which gives the server time to recover before the liveness probe counts. */
    STARTUP_PROBE,

    /** The size of {@code /dev/shm}, which is 64 MiB without it. */
    SHARED_MEMORY
}
