package com.example.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of {@code docs/STEP_BY_STEP.md} with the output below it.
 *
 * @param command the command, on one line
 * @param input its here-document; empty if it has none
 * @param output the lines that it prints; {@code …} marks what varies or is left out
 */
record Transcript(String command, String input, List<String> output) {
    static final Path PAGE = Path.of("../docs/STEP_BY_STEP.md");

    private static final String LEFT_OUT = "…";

    /** Returns the commands of the page, in order. */
    static List<Transcript> all() throws IOException {
        List<Transcript> all = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean console = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.equals("```console")) {
                console = true;
                block.clear();
            } else if (console && line.equals("```")) {
                console = false;
                all.addAll(of(block));
            } else if (console) {
                block.add(line);
            }
        }
        return all;
    }

    private static List<Transcript> of(List<String> block) {
        List<Transcript> all = new ArrayList<>();
        int next = 0;
        while (next < block.size()) {
            StringBuilder command = new StringBuilder(block.get(next++).substring(2));
            while (command.toString().endsWith("\\")) {
                command.setLength(command.length() - 1);
                command.append(block.get(next++).strip());
            }
            StringBuilder input = new StringBuilder();
            if (command.toString().endsWith("<<'SQL'")) {
                while (!block.get(next).equals("SQL")) {
                    input.append(block.get(next++)).append('\n');
                }
                next++;
            }
            List<String> output = new ArrayList<>();
            while (next < block.size() && !block.get(next).startsWith("$ ")) {
                output.add(block.get(next++));
            }
            while (!output.isEmpty() && output.get(output.size() - 1).isEmpty()) {
                output.remove(output.size() - 1);
            }
            all.add(new Transcript(command.toString(), input.toString(), List.copyOf(output)));
        }
        return all;
    }

    /** Returns whether the page shows anything that the command prints. */
    boolean isShown() {
        return !shown().isEmpty();
    }

    /** Returns the lines of the output without the marks for lines that are left out. */
    List<String> shown() {
        return output.stream().filter(line -> !line.equals(LEFT_OUT)).toList();
    }

    /** Returns a pattern for the whole text that these lines stand for. */
    static Pattern pattern(List<String> lines) {
        return Pattern.compile(lines.stream()
                .map(line -> line.equals(LEFT_OUT) ? "(?:[^\n]*\n)*" : line(line) + "\n")
                .collect(Collectors.joining()));
    }

    /** Returns a pattern for what one line, or a cell of a table, stands for. */
    static String line(String text) {
        return Pattern.compile(LEFT_OUT)
                .splitAsStream(text + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\n]*"))
                .replaceFirst(" \\\\E$", "\\\\E");
    }

    @Override
    public String toString() {
        return command;
    }
}
