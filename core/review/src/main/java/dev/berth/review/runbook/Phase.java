package dev.berth.review.runbook;

/** The phases of a plan, in order. The steps of several runbooks are sorted by them. */
public enum Phase {
    /** What a person does or decides before the first command. */
    FIRST,
    /** The pods still run: dumps, larger claims, volumes that are retained. */
    PREPARE,
    /** Workloads and pods are stopped, and objects that are recreated are deleted. */
    STOP,
    /** Data is copied before a new version rewrites it. */
    BACK_UP,
    /** Data and volumes move. */
    MOVE,
    /** The tree is applied. */
    APPLY,
    /** Pods start; what needs the new pods follows. */
    FINISH,
    /** What a person should know afterwards: what is left over, and the way back. */
    AFTERWARDS
}
