package dev.berth.manifest;

import dev.berth.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A set that the gate refuses, with all its findings. */
public final class InvalidManifestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> problems;

    /** A refusal for these findings, at least one. */
    public InvalidManifestsException(List<Finding> problems) {
        super(problems.stream().map(Finding::withDeclaration).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All findings, in the order of the files. */
    public List<Finding> problems() {
        return problems;
    }
}
