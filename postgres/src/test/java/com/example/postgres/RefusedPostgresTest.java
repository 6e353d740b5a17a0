package com.example.postgres;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.HbaRule;
import dev.berth.postgres.InitScript;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresBackup;
import dev.berth.postgres.PostgresDatabase;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresMemory;
import dev.berth.postgres.PostgresRestore;
import dev.berth.postgres.PostgresSetting;
import dev.berth.postgres.PostgresTopology;
import dev.berth.postgres.PostgresUser;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.Tls;
import dev.berth.recipe.VolumeOwner;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import dev.berth.workload.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recipe refuses, with the value, the rule and the remedy. */
class RefusedPostgresTest {

    private static final Password PASSWORD = Password.key(Secret.existing("orders-credentials"), "password");

    private static final Postgres ORDERS = Postgres.named("orders")
            .image(PostgresImage.of("postgres:17.5"))
            .database("orders")
            .user("orders")
            .password(PASSWORD)
            .storage(gibi(10))
            .resources(Resources.requests(millicores(500), mebi(256)).memoryLimit(mebi(512)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgres:17                                    | 17 | 999 | /var/lib/postgresql/data
                    postgres:17.5-alpine3.22                       | 17 | 70  | /var/lib/postgresql/data
                    postgres:18.1-bookworm                         | 18 | 999 | /var/lib/postgresql
                    registry.example.com:5000/team/postgres:16.9   | 16 | 999 | /var/lib/postgresql/data
                    postgis/postgis:17-3.5                         | 17 | 999 | /var/lib/postgresql/data
                    pgvector/pgvector:0.8.0-pg17                   | 17 | 999 | /var/lib/postgresql/data
                    postgres:17@sha256:99230123456789abcdef0123456789abcdef0123456789abcdef0123456789ab | 17 | 999 | /var/lib/postgresql/data
                    """)
    void the_facts_about_an_image_follow_from_its_name(String image, int major, long user, String mountPath) {
        PostgresImage known = PostgresImage.of(image);

        assertThat(known.server().name()).isEqualTo(image);
        assertThat(known.server().major()).isEqualTo(major);
        assertThat(known.server().user()).isEqualTo(user);
        assertThat(known.server().mountPath()).isEqualTo(mountPath);
    }

    @Test
    void a_custom_image_states_its_facts() {
        PostgresImage custom =
                PostgresImage.custom("registry.example.com/team/db@sha256:" + "0".repeat(64), 18, 70, 70);

        assertThat(custom.server().dataDirectory()).isEqualTo("/var/lib/postgresql/18/docker");
        assertThat(custom.server().group()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgres                      | PostgreSQL image: Invalid value: "postgres": must have a tag: without one, it means latest, which changes
                    localhost:5000/postgres       | PostgreSQL image: Invalid value: "localhost:5000/postgres": must have a tag: without one, it means latest, which changes
                    postgres:latest               | PostgreSQL image: Invalid value: "postgres:latest": must not be latest, which changes: name a version
                    postgres:bookworm             | PostgreSQL image: Invalid value: "postgres:bookworm": must have a tag that states its version, not only its variant
                    postgres 17                   | PostgreSQL image: Invalid value: "postgres 17": must be an image such as registry.example.com/team/name:1.2
                    mysql:8.4                     | PostgreSQL image: Invalid value: "mysql:8.4": must be an official image or a copy with the same name: state the facts about any other image with custom(…)
                    bitnami/postgresql:17.5.0     | PostgreSQL image: Invalid value: "bitnami/postgresql:17.5.0": must be an official image or a copy with the same name: state the facts about any other image with custom(…)
                    """)
    void an_image_that_does_not_fit_the_recipe_is_refused(String image, String message) {
        refused(() -> PostgresImage.of(image), message);
    }

    @Test
    void a_digest_without_a_tag_does_not_state_the_version() {
        String image = "postgres@sha256:" + "0".repeat(64);

        refused(
                () -> PostgresImage.of(image),
                "PostgreSQL image: Invalid value: \"" + image
                        + "\": must have a tag that states its version, also next to a digest");
    }

    static Stream<Arguments> declarations() {
        return Stream.of(
                refusal(
                        () -> ORDERS.withResources(Resources.requests(millicores(500), mebi(256))),
                        "PostgreSQL \"orders\": resources: Required value: a memory limit, against which the settings are"
                                + " checked"),
                refusal(
                        () -> ORDERS.plusSetting(PostgresSetting.sharedBuffers(PostgresMemory.gigabytes(1))),
                        "PostgreSQL \"orders\": shared_buffers: Invalid value: \"1GB\": must not be above the memory limit of"
                                + " 512Mi"),
                refusal(
                        () -> ORDERS.withSharedMemory(gibi(1)),
                        "PostgreSQL \"orders\": sharedMemory: Invalid value: \"1Gi\": must not be above the memory limit of"
                                + " 512Mi"),
                refusal(
                        () -> ORDERS.plusSettings(PostgresSetting.maxConnections(1), PostgresSetting.maxConnections(2)),
                        "PostgreSQL \"orders\": settings: Invalid value: \"max_connections\": must be unique"),
                refusal(
                        () -> ORDERS.plusUser(PostgresUser.of("orders", PASSWORD)),
                        "PostgreSQL \"orders\": users: Invalid value: \"orders\": must be unique"),
                refusal(
                        () -> ORDERS.plusDatabase(PostgresDatabase.ownedBy("app", "reports")),
                        "PostgreSQL \"orders\": databases[reports]: owner: Invalid value: \"app\": must be a user of the"
                                + " declaration"),
                refusal(
                        () -> ORDERS.withTls(Tls.required(Secret.existing("tls")))
                                .withVolumeOwner(VolumeOwner.initContainer("busybox:1.37")),
                        "PostgreSQL \"orders\": tls: the key file is readable for the server only through the fsGroup of the"
                                + " pod: use VolumeOwner.fsGroup()"),
                refusal(
                        () -> ORDERS.withCustomize(set -> set.withContainer(server ->
                                        server.replaceMounts(List.of()).withReadinessProbe(Optional.empty()))
                                .withSecurityContext(Optional.empty())),
                        "PostgreSQL \"orders\": customize removes or replaces what belongs to the recipe:"
                                + " spec.volumeClaimTemplates[orders-data], containers[postgres].readinessProbe,"
                                + " containers[postgres].volumeMounts[/var/lib/postgresql/data],"
                                + " containers[postgres].volumeMounts[/etc/postgresql],"
                                + " containers[postgres].volumeMounts[/var/run/postgresql],"
                                + " containers[postgres].volumeMounts[/tmp], containers[postgres].volumeMounts[/dev/shm],"
                                + " securityContext, volumes[config], volumes[run], volumes[tmp], volumes[shm]: add with"
                                + " plus…, or leave a safeguard out with putOmission(…, \"the reason\")"),
                refusal(
                        () -> ORDERS.plusSetting(PostgresSetting.workMem(PostgresMemory.gigabytes(1))),
                        "PostgreSQL \"orders\": work_mem: Invalid value: \"1GB\": must not be above the memory limit of"
                                + " 512Mi"),
                refusal(
                        () -> ORDERS.plusSetting(PostgresSetting.other("temp_buffers", "65537")),
                        "PostgreSQL \"orders\": temp_buffers: Invalid value: \"65537\": must not be above the memory limit"
                                + " of 512Mi"),
                refusal(
                        () -> ORDERS.plusSettings(
                                PostgresSetting.sharedBuffers(PostgresMemory.megabytes(500)),
                                PostgresSetting.other("wal_buffers", "16MB")),
                        "PostgreSQL \"orders\": shared_buffers, wal_buffers and min_dynamic_shared_memory: Invalid value:"
                                + " \"528384kB\": must not be above the memory limit of 512Mi together"),
                refusal(
                        () -> ORDERS.withResources(
                                Resources.requests(millicores(500), mebi(96)).memoryLimit(mebi(96))),
                        "PostgreSQL \"orders\": settings[shared_buffers]: Required value: PostgreSQL defaults to 128MB,"
                                + " which is above the memory limit of 96Mi"),
                refusal(
                        () -> ORDERS.plusOmission(Safeguard.SPREADING, " "),
                        "PostgreSQL \"orders\": omissions[SPREADING]: Required value: state the reason"),
                refusal(
                        () -> ORDERS.withDatabase("a=b"),
                        "PostgreSQL \"orders\": database: Invalid value: \"a=b\": must not contain '=' or '/', with which psql"
                                + " reads a connection string, or line breaks"),
                refusal(
                        () -> ORDERS.withUser("a\"b"),
                        "PostgreSQL \"orders\": user: Invalid value: \"a\"b\": must not contain any of \" $ ' \\: the"
                                + " first start creates extensions, whose owner cannot have them"),
                refusal(
                        () -> ORDERS.withUser("a$b"),
                        "PostgreSQL \"orders\": user: Invalid value: \"a$b\": must not contain any of \" $ ' \\: the"
                                + " first start creates extensions, whose owner cannot have them"),
                refusal(
                        () -> ORDERS.withBackup(dump()).plusUser(PostgresUser.of("backup", PASSWORD)),
                        "PostgreSQL \"orders\": users: Invalid value: \"backup\": must not be declared: the backups log in as"
                                + " this user"),
                refusal(
                        () -> ORDERS.withImage(PostgresImage.of("postgres:13.22"))
                                .withBackup(dump()),
                        "PostgreSQL \"orders\": backup: PostgreSQL: Invalid value: 13: must be at least 14, because"
                                + " pg_read_all_data does not exist before: use PostgresBackup.dumpAsSuperuser(…)"),
                refusal(
                        () -> ORDERS.withImage(PostgresImage.of("postgres:12.22"))
                                .withBackup(PostgresBackup.base(Schedule.daily(3, 0), gibi(1), PASSWORD)),
                        "PostgreSQL \"orders\": backup: PostgreSQL: Invalid value: 12: must be at least 13, because"
                                + " pg_verifybackup does not exist before: use PostgresBackup.dumpAsSuperuser(…)"),
                refusal(
                        () -> ORDERS.restore(PostgresRestore.newest()),
                        "PostgreSQL \"orders\": restore: there is no backup: declare one"),
                refusal(
                        () -> PostgresRestore.from("yesterday"),
                        "PostgresRestore time: Invalid value: \"yesterday\": must be a time such as 20260131T030000Z"),
                refusal(() -> dump().keep(0), "PostgresBackup keep: Invalid value: 0: must be at least 1"),
                refusal(
                        () -> dump().deadline(Duration.ofMillis(1)),
                        "PostgresBackup deadline: Invalid value: \"PT0.001S\": must be at least 1 second"),
                refusal(
                        () -> PostgresBackup.base(
                                Schedule.daily(3, 0), gibi(1), Password.withoutPassword("It is a test.")),
                        "PostgresBackup password: Required value: the user \"backup\" can read all data"),
                refusal(
                        () -> PostgresTopology.streaming(1, PASSWORD),
                        "PostgresTopology servers: Invalid value: 1: must be at least 2: a primary and a follower"),
                refusal(
                        () -> PostgresTopology.streaming(3, PASSWORD).primary(3),
                        "PostgresTopology primary: Invalid value: 3: must be between 0 and 2, inclusive"),
                refusal(
                        () -> PostgresTopology.streaming(3, Password.withoutPassword("It is a test.")),
                        "PostgresTopology replication: Required value: a password, because whoever can replicate can read all"
                                + " data"),
                refusal(
                        () -> Password.withoutPassword(""),
                        "Password withoutPassword: Required value: state why no password is needed"),
                refusal(() -> Clients.everyone(""), "Clients everyone: Required value: state why no policy is needed"));
    }

    private static PostgresBackup dump() {
        return PostgresBackup.dump(Schedule.daily(3, 0), gibi(1), PASSWORD);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                refusal(
                        () -> PostgresSetting.other("port", "5433"),
                        "PostgresSetting: Invalid value: \"port\": must not be set: the recipe sets it"),
                refusal(
                        () -> PostgresSetting.other("shared_buffers", "1Gi"),
                        "PostgresSetting: Invalid value: \"shared_buffers\": must be set with"
                                + " PostgresSetting.sharedBuffers(…)"),
                refusal(
                        () -> PostgresSetting.other("Log", "on"),
                        "PostgresSetting: Invalid value: \"Log\": must be lower case letters, digits and '_'"),
                refusal(
                        () -> PostgresSetting.other("log_line_prefix", "a\nb"),
                        "PostgresSetting log_line_prefix: Invalid value: \"a\nb\": must be one line"),
                refusal(
                        () -> PostgresSetting.sharedBuffers(PostgresMemory.kilobytes(64)),
                        "PostgresSetting shared_buffers: Invalid value: \"64kB\": must be at least 128kB"),
                refusal(
                        () -> PostgresSetting.maxConnections(0),
                        "PostgresSetting max_connections: Invalid value: 0: must be between 1 and 262143, inclusive"),
                refusal(
                        () -> PostgresSetting.checkpointTimeout(Duration.ofSeconds(5)),
                        "PostgresSetting checkpoint_timeout: Invalid value: \"PT5S\": must be between 30s and 1440min"),
                refusal(
                        () -> PostgresSetting.checkpointTimeout(Duration.ofMillis(30_500)),
                        "PostgresSetting checkpoint_timeout: Invalid value: \"PT30.5S\": must be a multiple of 1s"),
                refusal(
                        () -> PostgresMemory.megabytes(0),
                        "PostgresMemory: Invalid value: \"0MB\": must be above zero"),
                refusal(
                        () -> HbaRule.plain("orders", "app", HbaRule.ALL).certificate(),
                        "HbaRule: Invalid value: \"hostnossl\": must be ssl: a certificate needs TLS"),
                refusal(
                        () -> HbaRule.tcp("/orders", "app", HbaRule.ALL),
                        "HbaRule database: Invalid value: \"/orders\": must be a name in one line that does not start with"
                                + " '/'"),
                refusal(
                        () -> InitScript.sql("Schema", ""),
                        "InitScript: Invalid value: \"Schema.sql\": must be lower case words with dashes between them"),
                refusal(
                        () -> PostgresUser.of("App", PASSWORD),
                        "PostgresUser: Invalid value: \"App\": must be a word of at most 63 lower case letters, digits and"
                                + " '_'"));
    }

    private static Arguments refusal(Supplier<Object> declaration, String message) {
        return Arguments.of(declaration, message);
    }

    @ParameterizedTest
    @MethodSource({"declarations", "settings"})
    void a_declaration_that_would_not_work_is_refused(Supplier<Object> declaration, String message) {
        refused(declaration, message);
    }

    private static void refused(Supplier<Object> declaration, String message) {
        assertThatThrownBy(declaration::get)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
