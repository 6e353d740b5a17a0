package dev.berth.command;

/**
 * A command: its parameters are its state. A build tool or a program creates it from what the user gives, runs it, shows
 * what it prints, and ends with its status.
 */
public interface Command {

    /** Runs the command. A mistake of the user is a result, never an exception. */
    Result run(Console console);
}
