package dev.berth.validate;

/** How bad something is, in the words of SARIF. */
enum Level {
    /** The server refuses it, the version does not have it, or it does not work. */
    ERROR("error"),
    /** It works, and may cost something some day. */
    WARNING("warning"),
    /** Nothing is wrong: it was not judged, and this says why. */
    NOTE("note");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
