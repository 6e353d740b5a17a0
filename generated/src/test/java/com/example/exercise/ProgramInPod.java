package com.example.exercise;

import dev.berth.harness.LocalCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command of the walkthrough that runs a program in a pod: {@code kubectl exec}, or {@code kubectl run} with a client.
 *
 * @param transcript the command, and what the page shows
 * @param pod the pod; empty for a client
 * @param interactive whether it has a terminal
 * @param words the program and its arguments
 */
record ProgramInPod(Transcript transcript, String pod, boolean interactive, List<String> words) {
    /** The prompt of the shell for root, the user of the image, and for the user of the client here, whose home is /. */
    private static final String ROOT_PROMPT = "/ # ";

    private static final String CLIENT_PROMPT = "~ $ ";

    /** What people type follows the prompts of psql, redis-cli and the shell. */
    private static final Pattern TYPED = Pattern.compile("(mydatabase=# |127\\.0\\.0\\.1:6379> |/ # )(.+)");

    /** Returns the program of a command that starts with {@code kubectl exec} or {@code kubectl run}. */
    static ProgramInPod of(Transcript transcript) throws IOException {
        List<String> arguments = split(transcript.command());
        int dashes = arguments.indexOf("--");
        boolean client = arguments.get(0).equals("run");
        List<String> words = new ArrayList<>(List.of("env", "TERM=dumb"));
        arguments.subList(0, dashes).stream()
                .filter(argument -> argument.startsWith("--env="))
                .forEach(argument -> words.add(argument.substring("--env=".length())));
        List<String> program = arguments.subList(dashes + 1, arguments.size());
        words.addAll(program.equals(List.of("sh")) ? List.of("busybox", "sh") : program);
        String pod = arguments.stream()
                .skip(1)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .orElseThrow();
        return new ProgramInPod(transcript, client ? "" : pod, arguments.contains("-it"), words);
    }

    /** Returns the arguments as bash passes them to kubectl. */
    private static List<String> split(String command) throws IOException {
        String script = "kubectl() { printf '%s\\0' \"$@\"; }\n" + command.replaceFirst(" <<'SQL'$", "");
        Process bash = new ProcessBuilder("bash", "-c", script).start();
        return List.of(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0"));
    }

    /** Runs it in a cluster, and returns the lines that it prints, with what the page shows being typed. */
    List<String> run(LocalCluster cluster) throws IOException {
        String[] command = words.toArray(new String[0]);
        List<String> program = pod.isEmpty() ? cluster.clientCommand(command) : cluster.command(pod, command);
        return interactive ? inTerminal(program) : piped(program);
    }

    private List<String> inTerminal(List<String> program) throws IOException {
        try (PodTerminal terminal = PodTerminal.start(program)) {
            for (String line : transcript.output()) {
                var typed = TYPED.matcher(line);
                if (typed.matches()) {
                    terminal.type(typed.group(1).replace(ROOT_PROMPT, CLIENT_PROMPT), typed.group(2));
                }
            }
            return terminal.lines().stream()
                    .map(line -> line.replace(CLIENT_PROMPT, ROOT_PROMPT))
                    .toList();
        }
    }

    private List<String> piped(List<String> program) throws IOException {
        Process process = new ProcessBuilder(program).redirectErrorStream(true).start();
        process.getOutputStream().write(transcript.input().getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.lines().map(String::stripTrailing).toList();
    }

    /** Returns whether the page shows what a program in a pod of the servers, or a client of them, prints. */
    static boolean isOne(Transcript transcript) {
        return transcript.isShown()
                && transcript.command().matches("kubectl exec .*(postgres|redis)-[0-9] .* -- .*|kubectl run .*");
    }
}
