package dev.berth.finding;

/** How bad a finding is. The words are those of SARIF. */
public enum Level {
    /**
     * The API server refuses the object, the Kubernetes version does not have the field, the object does not work, or it
     * loses data in normal operation. A declaration is not rendered until the error is corrected or acknowledged.
     */
    ERROR("error"),
    /** The object works now, and can cause an outage or lose data later. A declaration is still rendered. */
    WARNING("warning"),
    /** Nothing is wrong, and the reader should still know: something was not checked, or changes without disruption. */
    NOTE("note");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The level as reports show it. */
    @Override
    public String toString() {
        return word;
    }
}
