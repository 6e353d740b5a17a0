package dev.berth.review;

import java.util.List;

/** Reports an invalid setting of a review, or an invalid file of acknowledgements. */
public final class InvalidReviewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** Creates an exception with these problems, each in one line. */
    public InvalidReviewException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns each problem in one line. */
    public List<String> problems() {
        return problems;
    }
}
