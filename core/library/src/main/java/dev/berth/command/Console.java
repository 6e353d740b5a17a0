package dev.berth.command;

/** Where a command prints. */
public interface Console {

    /** Prints a line of what the user asked for: a finding, or another line of a report. Never suppressed. */
    void print(String line);

    /** Logs what a user may want to know about a run that succeeds. */
    void info(String line);

    /** Logs what explains a failure further. */
    void debug(String line, Throwable thrown);
}
