package dev.berth.harness;

/**
 * What a program printed, on both streams, and how it ended.
 *
 * @param exit the exit status
 * @param text what it printed
 */
public record Output(int exit, String text) {

    /** What it printed, without the last line break. Fails if the program failed. */
    public String value() {
        if (exit != 0) {
            throw new AssertionError("the program ended with " + exit + ":\n" + text);
        }
        return text.strip();
    }

    /** Whether the program succeeded. */
    public boolean succeeded() {
        return exit == 0;
    }
}
