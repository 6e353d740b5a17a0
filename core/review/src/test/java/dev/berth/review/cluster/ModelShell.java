package dev.berth.review.cluster;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script with bash. {@code kubectl} is a function that asks this process, so that no program has to start for each
 * command; {@code sleep} only moves the clock of the shell.
 */
final class ModelShell implements AutoCloseable {
    private static final String PRELUDE = """
            kubectl() {
              local model status out error input=''
              case " $* " in *' --filename - '* | *' --stdin '*) IFS= read -r -d '' input || true ;; esac
              exec {model}<>"/dev/tcp/127.0.0.1/$MODEL"
              printf '%s\\0' "$#" "$@" "$input" >&"$model"
              IFS= read -r -d '' status <&"$model"
              IFS= read -r -d '' out <&"$model" || true
              IFS= read -r -d '' error <&"$model" || true
              exec {model}>&-
              printf '%s' "$out"
              printf '%s' "$error" >&2
              return "$status"
            }
            sleep() { SECONDS=$((SECONDS + $1)); }
            """;

    private final ServerSocket socket;
    private final Thread thread;
    private volatile BiFunction<List<String>, String, ModelKubectl.Answer> kubectl =
            (words, input) -> ModelKubectl.Answer.failed("no cluster");

    private volatile @Nullable RuntimeException failure;

    ModelShell() throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "model");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a script; returns its exit status and everything that it prints. */
    ModelKubectl.Answer run(
            String script, Path directory, BiFunction<List<String>, String, ModelKubectl.Answer> commands)
            throws IOException, InterruptedException {
        kubectl = commands;
        Path file = directory.resolve("script.sh");
        Files.writeString(file, PRELUDE + script);
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        bash.environment().put("MODEL", String.valueOf(socket.getLocalPort()));
        bash.environment().put("HOME", directory.toString());
        Process process = bash.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (failure != null) {
            throw new AssertionError(script, failure);
        }
        return new ModelKubectl.Answer(status, output, "");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(client.getInputStream()));
                List<String> words = new ArrayList<>();
                int count = Integer.parseInt(read(in));
                for (int i = 0; i < count; i++) {
                    words.add(read(in));
                }
                answer(client.getOutputStream(), words, read(in));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(OutputStream out, List<String> words, String input) throws IOException {
        ModelKubectl.Answer answer;
        try {
            answer = kubectl.apply(words, input);
        } catch (RuntimeException e) {
            failure = e;
            answer = ModelKubectl.Answer.failed("The model cannot run " + words + ": " + e);
        }
        String text = answer.status() + "\0" + answer.out() + "\0" + answer.error() + "\0";
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String read(DataInputStream in) throws IOException {
        java.io.ByteArrayOutputStream word = new java.io.ByteArrayOutputStream();
        for (int next = in.read(); next > 0; next = in.read()) {
            word.write(next);
        }
        return word.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
