package dev.berth.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The DNS server of a cluster: dnsmasq, for programs that do not read {@code /etc/hosts}. It has the same names. Without
 * dnsmasq on this machine, there is none.
 */
final class NameServer implements AutoCloseable {

    static final String PROGRAM = "dnsmasq";

    private final Process process;

    private NameServer(Process process) {
        this.process = process;
    }

    /**
     * Starts the server.
     *
     * @param namespace the network namespace with the address {@link Network#GATEWAY}
     * @param hosts the file with the names
     */
    static NameServer start(String namespace, Path hosts) {
        try {
            return new NameServer(new ProcessBuilder(
                            "ip",
                            "netns",
                            "exec",
                            namespace,
                            PROGRAM,
                            "--keep-in-foreground",
                            "--user=root",
                            "--conf-file=/dev/null",
                            "--pid-file=",
                            "--no-resolv",
                            "--no-hosts",
                            "--addn-hosts=" + hosts,
                            "--local=/#/",
                            "--cache-size=0",
                            "--listen-address=" + Network.GATEWAY,
                            "--bind-interfaces")
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the names again. */
    void reload() {
        Shell.attempt(List.of("kill", "-s", "HUP", Long.toString(process.pid())));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
