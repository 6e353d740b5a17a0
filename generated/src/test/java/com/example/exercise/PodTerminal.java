package com.example.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A terminal in which a program of a pod runs, as with {@code kubectl exec -it}: it shows prompts and what is typed. */
final class PodTerminal implements AutoCloseable {
    /** Large enough that no program shows its output page by page. */
    private static final String SIZE = "stty rows 200 cols 200";

    /** The shell of busybox asks the terminal where its cursor is; there is nobody to answer. */
    private static final String WHERE_IS_THE_CURSOR = "\u001b[6n";

    private final Process process;
    private final InputStream output;
    private final StringBuilder screen = new StringBuilder();

    private PodTerminal(Process process) {
        this.process = process;
        this.output = process.getInputStream();
    }

    /** Starts a program of this machine, given as its words. */
    static PodTerminal start(List<String> program) throws IOException {
        String quoted = program.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return new PodTerminal(new ProcessBuilder("script", "-qec", SIZE + "; exec " + quoted, "/dev/null").start());
    }

    /** Waits for a prompt, and types a line. */
    void type(String prompt, String line) throws IOException {
        int from = screen.length();
        while (!screen.substring(from).endsWith(prompt)) {
            int next = output.read();
            if (next < 0) {
                throw new AssertionError("The program ended without the prompt \"" + prompt + "\":\n" + screen);
            }
            screen.append((char) next);
        }
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Waits for the end of the program, and returns what the screen shows, without spaces at the end of lines. */
    List<String> lines() throws IOException {
        screen.append(new String(output.readAllBytes(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        screen.toString()
                .replace(WHERE_IS_THE_CURSOR, "")
                .replace("\r", "")
                .lines()
                .forEach(line -> lines.add(line.stripTrailing()));
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
