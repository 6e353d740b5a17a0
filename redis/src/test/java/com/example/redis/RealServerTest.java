package com.example.redis;

import static dev.berth.value.Bytes.mebi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.redis.Redis;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the rendered configuration, arguments and probes of the pod with a real server. */
class RealServerTest {

    private static final Path SERVER = Path.of("/usr/bin/redis-server");

    private final Redis redis = Redis.named("redis")
            .image("redis:7.2-alpine")
            .storage(mebi(500))
            .putDirective("maxmemory", "32mb")
            .build();

    private final Container container = ((StatefulSet) redis.statefulSet().toModel())
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .get(0);

    @Test
    void a_key_survives_a_restart_of_the_server(@TempDir Path mount) throws Exception {
        if (!Files.isExecutable(SERVER)) {
            System.out.println("Not run: Redis is not installed (Debian's package redis-server)");
        }
        assumeTrue(Files.isExecutable(SERVER), "Redis is not installed");
        int port = freePort();
        Path config = mount.resolve("redis.conf");
        String file = ((ConfigMap) redis.config().toModel()).getData().get("redis.conf");
        Files.writeString(config, file.replace("dir /data\n", "dir " + mount + "\n") + "port " + port + "\n");

        Process first = start(config);
        try {
            assertThat(cli(port, "CONFIG", "GET", "appendonly")).isEqualTo("appendonly\nyes\n");
            assertThat(cli(port, "CONFIG", "GET", "maxmemory")).isEqualTo("maxmemory\n33554432\n");
            assertThat(cli(port, "SET", "user:1", "Alice")).isEqualTo("OK\n");
            for (Probe probe : List.of(container.getLivenessProbe(), container.getReadinessProbe())) {
                List<String> command = probe.getExec().getCommand().stream()
                        .map(word -> word.replace("redis-cli", "redis-cli -p " + port))
                        .toList();
                run(List.of("sh", "-c", command.get(0).equals("sh") ? command.get(2) : String.join(" ", command)));
            }
        } finally {
            stop(first);
        }

        Process second = start(config);
        try {
            assertThat(cli(port, "GET", "user:1")).isEqualTo("Alice\n");
        } finally {
            stop(second);
        }
    }

    /** Starts the command of the container and waits until the server logs that it is ready. */
    private Process start(Path config) throws IOException {
        List<String> command = container.getArgs().stream()
                .map(word -> word.endsWith("redis.conf") ? config.toString() : word)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.contains("Ready to accept connections")) {
            line = lines.readLine();
        }
        assertThat(line).as("the line that says the server is ready").isNotNull();
        return process;
    }

    /** The signal that the kubelet sends. */
    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("stopped within the grace period")
                .isTrue();
    }

    private static String cli(int port, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(port)));
        command.addAll(List.of(words));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        return output;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
