package dev.berth.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kubectl in front of the real one, which responds like a cluster and records its arguments. */
final class RecordingKubectl {
    private static final String SCRIPT = """
            #!/usr/bin/env bash
            {
              printf 'kubectl'
              for word in "$@"; do printf ' <%s>' "$word"; done
              printf '\\n'
            } >> "$KUBECTL_CALLS"
            case "$*" in
              *'--filename -') sed 's/^/  /' >> "$KUBECTL_CALLS" ;;
              'get replicaset'*) printf 'web-5d4c\\n' ;;
              *'{.metadata.namespace}'*) printf 'demo/data volume-of-data\\n' ;;
              *'range .items'*) printf 'data volume-of-data\\n' ;;
              *'{.spec.volumeName}') printf 'volume-of-%s' "$3" ;;
              *'{.spec.storageClassName}') printf 'fast' ;;
              *'{.allowVolumeExpansion}'*) printf 'true\\n' ;;
              *pg_dumpall*) printf '%s\\n' '-- PostgreSQL database cluster dump complete' ;;
            esac
            """;

    private final Path directory;

    RecordingKubectl(Path directory) throws IOException {
        this.directory = directory;
        Path file = directory.resolve("kubectl");
        Files.writeString(file, SCRIPT);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** Runs a script with bash, and returns the recorded kubectl calls, each argument in angle brackets. */
    String run(String script) throws IOException, InterruptedException {
        Path calls = directory.resolve("calls");
        Files.writeString(calls, "");
        Path file = directory.resolve("script.sh");
        Files.writeString(file, "set -euo pipefail\n" + script);
        ProcessBuilder bash = new ProcessBuilder(List.of("bash", file.toString()))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        bash.environment().put("KUBECTL_CALLS", calls.toString());
        bash.environment().merge("PATH", directory.toString(), (path, own) -> own + ":" + path);
        Process process = bash.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new AssertionError("The script ended with " + status + ":\n" + output + "\n" + script);
        }
        return Files.readString(calls);
    }
}
