package dev.berth.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the runbooks of a review with bash against a cluster. {@code kubectl} is a function that asks this process, as in
 * the tests of the review.
 */
public final class KubectlShell implements AutoCloseable {

    private static final String PRELUDE = """
            kubectl() {
              local shell status out error input=''
              case " $* " in *' --filename - '* | *' --stdin '*) IFS= read -r -d '' input || true ;; esac
              exec {shell}<>"/dev/tcp/127.0.0.1/$KUBECTL_PORT"
              printf '%s\\0' "$#" "$@" "$input" >&"$shell"
              IFS= read -r -d '' status <&"$shell"
              IFS= read -r -d '' out <&"$shell" || true
              IFS= read -r -d '' error <&"$shell" || true
              exec {shell}>&-
              printf '%s' "$out"
              printf '%s' "$error" >&2
              return "$status"
            }
            """;

    /** What a program prints, and how it ends. */
    record Answer(int status, String out, String error) {
        static Answer ok(String out) {
            return new Answer(0, out, "");
        }

        static Answer failed(String error) {
            return new Answer(1, "", error + "\n");
        }
    }

    private final ServerSocket socket;
    private final Kubectl kubectl;
    private volatile String failure = "";

    private KubectlShell(Kubectl kubectl) throws IOException {
        this.kubectl = kubectl;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "kubectl");
        server.setDaemon(true);
        server.start();
    }

    /**
     * A shell for a cluster.
     *
     * @param root the directory to which the files that are applied are relative
     * @param rolloutTimeout how long {@code kubectl rollout status} waits, instead of the minutes that a runbook states
     */
    public static KubectlShell of(LocalCluster cluster, Path root, Duration rolloutTimeout) {
        try {
            return new KubectlShell(new Kubectl(cluster, root, rolloutTimeout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a script with bash.
     *
     * @param home its home directory, which also gets the script
     */
    public Output run(String script, Path home) {
        try {
            Path file = Files.writeString(home.resolve("runbook.sh"), PRELUDE + script);
            Output output = Shell.attempt(
                    List.of("env", "KUBECTL_PORT=" + socket.getLocalPort(), "HOME=" + home, "bash", file.toString()));
            if (!failure.isEmpty()) {
                throw new AssertionError(failure);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program with this standard input. */
    static Answer program(List<String> command, String input) {
        try {
            Path in = Files.createTempFile("berth-kubectl", ".in");
            Path out = Files.createTempFile("berth-kubectl", ".out");
            Path error = Files.createTempFile("berth-kubectl", ".error");
            try {
                Files.writeString(in, input);
                int status = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(error.toFile())
                        .start()
                        .waitFor();
                return new Answer(status, Files.readString(out), Files.readString(error));
            } finally {
                for (Path file : List.of(in, out, error)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                InputStream in = new BufferedInputStream(client.getInputStream());
                List<String> words = new ArrayList<>();
                int count = Integer.parseInt(word(in));
                for (int i = 0; i < count; i++) {
                    words.add(word(in));
                }
                Answer answer = answer(words, word(in));
                client.getOutputStream()
                        .write((answer.status() + "\0" + answer.out() + "\0" + answer.error() + "\0")
                                .getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Answer answer(List<String> words, String input) {
        try {
            return kubectl.run(words, input);
        } catch (AssertionError | RuntimeException e) {
            failure = "kubectl " + words + ": " + e;
            return Answer.failed(failure);
        }
    }

    private static String word(InputStream in) throws IOException {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0; next = in.read()) {
            word.write(next);
        }
        return word.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
