package dev.berth.command;

import java.util.function.Consumer;

/** Hands over what a command prints. */
record Lines(Consumer<String> lines) implements Console {

    @Override
    public void print(String line) {
        lines.accept(line);
    }

    @Override
    public void info(String line) {
        lines.accept(line);
    }

    @Override
    public void debug(String line, Throwable thrown) {
        throw new AssertionError(line, thrown);
    }
}
