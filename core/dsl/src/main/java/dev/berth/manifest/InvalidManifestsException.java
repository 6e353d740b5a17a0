package dev.berth.manifest;

import dev.berth.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A set that the gate refuses, with every problem that it has. */
public final class InvalidManifestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> problems;

    /** A refusal for these problems, of which there must be one at least. */
    public InvalidManifestsException(List<Finding> problems) {
        super(problems.stream().map(Finding::withDeclaration).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the files. */
    public List<Finding> problems() {
        return problems;
    }
}
