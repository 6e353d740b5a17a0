package dev.berth.review.model;

import java.util.List;

/** Reports a tree that cannot be reviewed, with all reasons. */
public final class UnreadableTreeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** Creates an exception with these problems. */
    public UnreadableTreeException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns each problem in one line, with the tree, the file and the line. */
    public List<String> problems() {
        return problems;
    }
}
