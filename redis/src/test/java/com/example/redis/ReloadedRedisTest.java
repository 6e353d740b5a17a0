package com.example.redis;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.config.Secret;
import dev.berth.harness.LocalCluster;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Clients;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Password;
import dev.berth.redis.EvictionPolicy;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisSetting;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeWriter;
import dev.berth.workload.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a declaration reach a real server, with a restart only if it needs one. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReloadedRedisTest {

    private static final String POD = "cache-0";

    private static Redis declared = Redis.named("cache")
            .image(RedisImage.of("redis:7.0.15"))
            .password(Password.key(Secret.existing("cache-credentials"), "password"))
            .storage(gibi(1))
            .resources(Resources.requests(millicores(100), mebi(256)).memoryLimit(mebi(256)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
            .configChanges(ConfigChanges.RELOAD)
            .build();

    @TempDir
    static Path directory;

    private static LocalCluster cluster;
    private static String started = "";

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server");
        obstacle.ifPresent(reason -> System.out.println("Not run: Redis in a pod, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in a pod here");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", "a 'quoted' \"password\""));
        apply(declared);
        started = runId();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static void apply(Redis redis) {
        declared = redis;
        TreeWriter.write(
                ManifestTree.render(
                        ManifestSet.of(ManifestFile.of("cache.yaml", redis.manifests())
                                        .in(Namespace.named("shop").build()))
                                .existing("Secret", "cache-credentials")
                                .existing("Namespace", "shop"),
                        "test",
                        "mvn test"),
                directory);
        cluster.apply(directory);
    }

    @Test
    @Order(1)
    void settings_that_can_be_changed_reach_the_running_server() {
        apply(declared.plusAllSettings(List.of(
                RedisSetting.maxMemory(mebi(64)),
                RedisSetting.evictionPolicy(EvictionPolicy.ALL_KEYS_LRU),
                RedisSetting.save(Duration.ofMinutes(15), 1),
                RedisSetting.save(Duration.ofMinutes(5), 100),
                RedisSetting.other("client-output-buffer-limit", "replica", "128mb", "32mb", "30"))));

        cluster.await("the server has the last setting", () -> setting("client-output-buffer-limit")
                .equals("normal 0 0 0 slave 134217728 33554432 30 pubsub 33554432 8388608 60"));
        assertThat(setting("maxmemory")).isEqualTo("67108864");
        assertThat(setting("maxmemory-policy")).isEqualTo("allkeys-lru");
        assertThat(setting("save")).isEqualTo("900 1 300 100");
        assertThat(runId()).isEqualTo(started);
    }

    @Test
    @Order(2)
    void a_server_that_is_killed_has_the_settings_again() {
        cluster.kill(POD);
        cluster.await("another server runs", () -> !runId().isEmpty() && !runId().equals(started));

        cluster.await(
                "the server has the settings", () -> setting("maxmemory-policy").equals("allkeys-lru"));
        started = runId();
    }

    @Test
    @Order(3)
    void removed_settings_have_their_default_again() {
        apply(declared.replaceSettings(List.of(RedisSetting.maxMemory(mebi(96)))));

        cluster.await(
                "the server has the last setting", () -> setting("maxmemory").equals("100663296"));
        assertThat(setting("maxmemory-policy")).isEqualTo("noeviction");
        assertThat(setting("save")).isEqualTo("3600 1 300 100 60 10000");
        assertThat(setting("client-output-buffer-limit"))
                .isEqualTo("normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60");
        assertThat(runId()).isEqualTo(started);
    }

    @Test
    @Order(4)
    void an_invalid_value_is_in_the_log_and_the_server_keeps_its_value() {
        apply(declared.plusSetting(RedisSetting.other("maxmemory-samples", "many")));

        cluster.await("the value is reported", () -> cluster.log(POD, "reload")
                .contains("Not applied: CONFIG SET maxmemory-samples many: ERR CONFIG SET failed"));
        assertThat(setting("maxmemory-samples")).isEqualTo("5");
        assertThat(runId()).isEqualTo(started);
        assertThat(cluster.isReady(POD)).isTrue();
    }

    @Test
    @Order(5)
    void a_setting_that_the_server_reads_when_it_starts_restarts_the_pod() {
        apply(declared.replaceSettings(List.of(RedisSetting.disableCommand("FLUSHALL"))));

        assertThat(cli("FLUSHALL")).contains("unknown command");
        assertThat(runId()).isNotEmpty().isNotEqualTo(started);
    }

    @Test
    @Order(6)
    void the_facts_about_settings_agree_with_the_server() throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", """
                for name; do
                  redis-cli config get "$name" >/tmp/value
                  grep -qx "$name" /tmp/value || continue
                  answer=$(redis-cli config set "$name" "$(tail -n +2 /tmp/value)")
                  [[ $answer == OK ]] || echo "$name: $answer"
                done
                """.replace("/tmp/", "/run/redis/"), "names"));
        command.addAll(reloadable());

        assertThat(command).hasSizeGreaterThan(100);
        assertThat(cluster.exec(POD, command.toArray(String[]::new)).value()).isEmpty();
    }

    private static List<String> reloadable() throws IOException {
        try (InputStream file = Objects.requireNonNull(Redis.class.getResourceAsStream("reloadable-settings.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** The value that the running server has. */
    private static String setting(String name) {
        return cli("CONFIG", "GET", name).lines().skip(1).findFirst().orElse("");
    }

    /** The identity of the running server, which is another one after each start. */
    private static String runId() {
        return cli("INFO", "server")
                .lines()
                .filter(line -> line.startsWith("run_id:"))
                .findFirst()
                .orElse("");
    }

    private static String cli(String... command) {
        List<String> all = new ArrayList<>(List.of("redis-cli"));
        all.addAll(List.of(command));
        return cluster.exec(POD, all.toArray(String[]::new)).text().strip();
    }
}
