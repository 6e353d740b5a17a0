package dev.berth.review.runbook;

import java.util.ArrayList;
import java.util.List;

/** Commands that run under a condition. */
final class Block {
    private static final String END = "EOF";

    private Block() {}

    /** Returns the commands, which run if the condition succeeds. */
    static List<String> when(String condition, List<String> lines) {
        return of("if " + condition + "; then", lines, "fi");
    }

    /** Returns the commands, which run once for each word. */
    static List<String> loop(String head, List<String> lines) {
        return of(head + "; do", lines, "done");
    }

    private static List<String> of(String head, List<String> lines, String end) {
        List<String> block = new ArrayList<>();
        block.add(head);
        boolean document = false;
        for (String line : lines) {
            // The end of a document on the standard input must be at the start of its line.
            block.add((document ? "" : "  ") + line);
            document = document ? !line.equals(END) : line.matches(".*<<'?" + END + "'?");
        }
        block.add(end);
        return List.copyOf(block);
    }

    /** Returns the commands, which run if the condition fails. */
    static List<String> unless(String condition, List<String> lines) {
        return when("! " + condition, lines);
    }
}
