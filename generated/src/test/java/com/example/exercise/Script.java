package com.example.exercise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A rendered script, run by a real bash with a fake kubectl. */
final class Script {

    /** The output and the exit status of a run. */
    record Result(int exit, String output, String errors) {}

    private final String name;
    private final Path state;
    private final Map<String, String> environment = new TreeMap<>();

    Script(String name, Path state) {
        this.name = name;
        this.state = state;
    }

    /** Returns a copy in which calls that match this pattern fail. */
    Script failingOn(String pattern) {
        environment.put("FAIL_ON", pattern);
        return this;
    }

    /** Returns a copy in which this is lost when its pod is deleted: {@code row} or {@code key}. */
    Script losing(String what) {
        environment.put("LOSE", what);
        return this;
    }

    Result run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("bash", Path.of("scripts", name).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(state.resolve("in"), input);
        Path out = state.resolve("out");
        Path err = state.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(state.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("STATE", state.toString());
        builder.environment()
                .put(
                        "KUBECTL",
                        "bash " + Path.of("src/test/resources/bin/kubectl").toAbsolutePath());
        int exit = builder.start().waitFor();
        return new Result(exit, Files.readString(out), Files.readString(err));
    }

    /** Returns the calls of kubectl so far, in order. */
    List<String> calls() throws IOException {
        Path calls = state.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls, StandardCharsets.UTF_8) : List.of();
    }
}
