package com.example.postgres;

import static dev.berth.value.Bytes.gibi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.config.Secret;
import dev.berth.postgres.Postgres;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the rendered configuration, arguments and probes of the pod with a real server. */
class RealServerTest {

    private final Postgres postgres = Postgres.named("postgres")
            .image("postgres:17")
            .database("mydatabase")
            .user("myuser")
            .password(Secret.existing("credentials").env("POSTGRES_PASSWORD"))
            .storage(gibi(1))
            .putSetting("max_connections", "42")
            .putSetting("application_name", "it's a \\ test")
            .putSetting("shared_buffers", "16MB")
            .build();

    private final StatefulSet set = (StatefulSet) postgres.statefulSet().toModel();
    private final Container server =
            set.getSpec().getTemplate().getSpec().getContainers().get(0);

    @Test
    void a_server_starts_with_the_rendered_file_and_arguments_and_its_probes_pass() throws IOException {
        Optional<Path> programs = PostgresServer.installed();
        if (programs.isEmpty()) {
            System.out.println("Not run: PostgreSQL is not installed (Debian's package postgresql)");
        }
        assumeTrue(programs.isPresent(), "PostgreSQL is not installed");

        try (PostgresServer real = new PostgresServer(programs.get(), freePort())) {
            String file = ((ConfigMap) postgres.config().toModel()).getData().get("postgresql.conf");
            real.writeConfig(file);
            real.start("myuser", arguments(real.mount()));
            real.asServer(real.program("createdb"), "-U", "myuser", "mydatabase");

            assertThat(show(real, "config_file"))
                    .isEqualTo(real.mount().resolve("postgresql.conf").toString());
            assertThat(show(real, "listen_addresses")).isEqualTo("*");
            assertThat(show(real, "max_connections")).isEqualTo("42");
            assertThat(show(real, "shared_buffers")).isEqualTo("16MB");
            assertThat(real.asServer(
                            real.program("psql"),
                            "-U",
                            "myuser",
                            "-d",
                            "mydatabase",
                            "-qAtc",
                            "SELECT setting FROM pg_file_settings WHERE name = 'application_name'"))
                    .isEqualTo("it's a \\ test\n");
            Stream.of(server.getStartupProbe(), server.getLivenessProbe(), server.getReadinessProbe())
                    .forEach(probe ->
                            assertThat(real.asServer(command(real, probe))).contains("accepting connections"));
        }
    }

    /** Returns the arguments of the container with the directory of this server. */
    private List<String> arguments(Path mount) {
        return server.getArgs().stream()
                .map(argument -> argument.replace("/etc/postgresql", mount.toString()))
                .toList();
    }

    private static String show(PostgresServer real, String setting) {
        return real.asServer(real.program("psql"), "-U", "myuser", "-d", "mydatabase", "-qAtc", "SHOW " + setting)
                .strip();
    }

    private static String[] command(PostgresServer real, Probe probe) {
        List<String> command = probe.getExec().getCommand();
        return Stream.concat(
                        Stream.of(real.program(command.get(0))),
                        command.stream().skip(1))
                .toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
