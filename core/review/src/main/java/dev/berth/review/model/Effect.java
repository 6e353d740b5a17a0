package dev.berth.review.model;

/** What a cluster does with one change, the gravest first. */
public enum Effect {
    /** The API server rejects the update; nothing of this object changes. */
    REFUSED("refused"),
    /** Accepted, and data is deleted, left behind or out of reach. */
    DATA_LOSS("data loss"),
    /** Accepted, and pods are replaced. */
    RESTART("restart"),
    /** Accepted, and no pod is replaced. */
    IN_PLACE("in place"),
    /** The object is new. */
    CREATED("created"),
    /** The object is gone from the tree, and from the cluster where the tree is applied with pruning. */
    DELETED("deleted");

    private final String label;

    Effect(String label) {
        this.label = label;
    }

    /** How a report for people names it. */
    public String label() {
        return label;
    }
}
