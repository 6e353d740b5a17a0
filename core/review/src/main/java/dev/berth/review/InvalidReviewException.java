package dev.berth.review;

import java.util.List;

/** What a review is asked for makes no sense: a setting, or the file of acknowledgements. */
public final class InvalidReviewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** With these problems, each in one line. */
    public InvalidReviewException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem in one line. */
    public List<String> problems() {
        return problems;
    }
}
