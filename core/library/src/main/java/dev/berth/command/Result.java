package dev.berth.command;

import java.util.Optional;

/**
 * What a command ends with.
 *
 * @param status whether it passed
 * @param message why it did not pass, in one or several lines; empty if it passed
 */
public record Result(ExitStatus status, String message) {

    /** The command passed. */
    static Result passed() {
        return new Result(ExitStatus.PASSED, "");
    }

    /** There are findings or differences. */
    static Result failed(String message) {
        return new Result(ExitStatus.FAILED, message);
    }

    /** The command could not do its work. */
    static Result unusable(String message) {
        return new Result(ExitStatus.UNUSABLE, message);
    }

    /** Why the command did not pass; empty if it passed. */
    public Optional<String> failure() {
        return status == ExitStatus.PASSED ? Optional.empty() : Optional.of(message);
    }
}
