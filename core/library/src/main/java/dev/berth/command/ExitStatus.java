package dev.berth.command;

/** How a command ends. */
public enum ExitStatus {
    /** Nothing is wrong. */
    PASSED(0),
    /** There are findings that fail the command, or differences. */
    FAILED(1),
    /** The command could not do its work: a parameter is invalid, or a file cannot be read or written. */
    UNUSABLE(2);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The exit code of a process. */
    public int code() {
        return code;
    }
}
