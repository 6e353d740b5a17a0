package dev.berth.review.model;

import java.util.List;

/** A tree that can't be reviewed, with all the reasons. */
public final class UnreadableTreeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** A tree with these problems. */
    public UnreadableTreeException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem in one line, with the tree, the file and the line. */
    public List<String> problems() {
        return problems;
    }
}
