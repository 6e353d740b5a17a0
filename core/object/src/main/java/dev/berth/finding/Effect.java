package dev.berth.finding;

/** What a cluster does with one change, the most severe effect first. */
public enum Effect {
    /** The API server refuses the update; nothing of this object changes. */
    REFUSED("refused", Level.ERROR),
    /** Accepted, but data is deleted, orphaned or out of reach. */
    DATA_LOSS("data loss", Level.ERROR),
    /** Accepted, and pods are replaced. */
    RESTART("restart", Level.WARNING),
    /** Accepted, and no pod is replaced. */
    IN_PLACE("in place", Level.NOTE),
    /** The object is new. */
    CREATED("created", Level.NOTE),
    /** The object is gone from the tree, and from the cluster if the tree is applied with pruning. */
    DELETED("deleted", Level.WARNING);

    private final String label;
    private final Level level;

    Effect(String label, Level level) {
        this.label = label;
        this.level = level;
    }

    /** Returns the name in reports for people. */
    public String label() {
        return label;
    }

    /** How bad it is. */
    public Level level() {
        return level;
    }
}
