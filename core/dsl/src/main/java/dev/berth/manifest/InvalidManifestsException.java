package dev.berth.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** A set that the gate refuses, with every problem that it has. */
public final class InvalidManifestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** A refusal for these problems, of which there must be one at least. */
    public InvalidManifestsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }
}
