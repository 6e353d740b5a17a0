package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The rendered tree with sentinels and a proxy, running for real. The client only knows the proxy. One story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProxiedServersTest {

    private static final List<String> SERVERS = List.of("cache-0", "cache-1", "cache-2");
    private static final String PASSWORD = "a \"b\" 'c' \\ #1 %d $HOME é";

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "haproxy", "dnsmasq");
        obstacle.ifPresent(reason -> System.out.println("Not run: Redis with a proxy, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis with a proxy does not run in pods here");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD));
        cluster.apply(Path.of("src/test/golden/proxy"));
        KnownReplicas.await(cluster, "redis-cli");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void a_proxy_is_ready_when_it_reaches_the_primary() {
        assertThat(client("redis-cli -h cache SET first yes")).isEqualTo("OK");
        assertThat(cli("cache-0", "ROLE")).startsWith("master");
        assertThat(cli("cache-0", "GET", "first")).isEqualTo("yes");
    }

    @Test
    @Order(2)
    void a_writer_follows_a_failover_and_the_old_primary_rejoins_as_a_replica() {
        CompletableFuture<Output> writer = CompletableFuture.supplyAsync(() -> shell("""
                for ((i = 0; ; i++)); do
                  [[ ! -e /tmp/stop ]] || exit 0
                  answer=$(timeout 20 redis-cli -h cache SET "key-$i" yes 2>&1)
                  [[ $answer != OK ]] || echo "key-$i" >>/tmp/acknowledged
                  printf '%s\\n' "$answer"
                done
                """));
        awaitWrites(5);
        cluster.destroy("cache-0");
        cluster.await("another server is the primary", () -> !primary().isEmpty());
        awaitWrites(5);
        cluster.start("cache-0");
        cluster.awaitReady("cache-0");
        awaitReplicas();
        awaitWrites(5);
        client("touch /tmp/stop");

        assertThat(writer.join().text()).contains("OK").doesNotContain("READONLY");
        String last = client("tail -n 1 /tmp/acknowledged");
        assertThat(cli("cache-0", "ROLE")).startsWith("slave");
        cluster.await("the old primary has the last key", () -> cli("cache-0", "GET", last)
                .equals("yes"));
    }

    @Test
    @Order(3)
    void a_primary_that_was_frozen_gets_no_write_when_it_comes_back() {
        String old = primary();
        CompletableFuture<Output> session = CompletableFuture.supplyAsync(() -> shell("""
                exec 3<>/dev/tcp/cache/6379
                printf '*2\\r\\n$4\\r\\nAUTH\\r\\n$%s\\r\\n%s\\r\\n' "$(printf %s "$REDISCLI_AUTH" | wc -c)" "$REDISCLI_AUTH" >&3
                read -r answer <&3 && touch /tmp/session && echo "$answer"
                read -r answer <&3 || echo closed
                """));
        cluster.await("the session is open", () -> shell("test -e /tmp/session").succeeded());
        cluster.freeze(old);
        cluster.await("a write succeeds", () -> client("timeout 20 redis-cli -h cache SET frozen yes")
                .equals("OK"));
        assertThat(session.join().value()).matches("\\+OK\\s+closed");
        String promoted = primary();
        assertThat(promoted).isNotEqualTo(old);

        cluster.thaw(old);
        int[] next = {0};
        cluster.await("the old primary is a replica", () -> {
            String key = "thawed-" + next[0]++;
            String answer = client("timeout 20 redis-cli -h cache SET " + key + " yes");
            assertThat(answer.equals("OK") ? cli(promoted, "GET", key) : "yes").isEqualTo("yes");
            return cli(old, "ROLE").startsWith("slave");
        });
        assertThat(primary()).isEqualTo(promoted);
    }

    @Test
    @Order(4)
    void without_a_majority_of_the_sentinels_nothing_is_written() {
        assertThat(client("redis-cli -h cache SET majority yes")).isEqualTo("OK");
        Stream.of("cache-sentinel-1", "cache-sentinel-2").forEach(cluster::destroy);
        cluster.await("no write is possible", () -> !client("timeout 20 redis-cli -h cache SET minority yes")
                .equals("OK"));
        Stream.of("cache-sentinel-1", "cache-sentinel-2").forEach(cluster::start);
        cluster.await("a write succeeds", () -> client("timeout 20 redis-cli -h cache SET majority again")
                .equals("OK"));
    }

    @Test
    @Order(5)
    void a_stopped_proxy_ends_its_connections_and_the_other_one_goes_on() {
        assertThat(cluster.stop("cache-proxy-0"))
                .as("stopped within the grace period")
                .isTrue();
        assertThat(client("redis-cli -h cache SET stopped yes")).isEqualTo("OK");
    }

    private static void awaitWrites(int more) {
        int before = acknowledged();
        cluster.await(more + " more writes are acknowledged", () -> acknowledged() >= before + more);
    }

    private static int acknowledged() {
        Output lines = shell("wc -l </tmp/acknowledged");
        return lines.succeeded() ? Integer.parseInt(lines.value()) : 0;
    }

    /** Two replicas have copied the data of the primary. */
    private static void awaitReplicas() {
        cluster.await(
                "two replicas are connected",
                () -> SERVERS.stream()
                                .map(server -> cli(server, "ROLE"))
                                .filter(role -> role.startsWith("slave") && role.contains("\nconnected\n"))
                                .count()
                        == 2);
    }

    /** The server that the sentinels name, if it says that it is the primary. */
    private static String primary() {
        String named = cluster.exec(
                        "cache-sentinel-0", "redis-cli", "-p", "26379", "sentinel", "get-master-addr-by-name", "cache")
                .text();
        return SERVERS.stream()
                .filter(server -> named.startsWith(server + ".")
                        && cluster.runs(server)
                        && cli(server, "ROLE").startsWith("master"))
                .findFirst()
                .orElse("");
    }

    private static String cli(String server, String... command) {
        String[] start = {"timeout", "10", "redis-cli"};
        return cluster.exec(
                        server, Stream.of(start, command).flatMap(Stream::of).toArray(String[]::new))
                .text()
                .strip();
    }

    private static String client(String script) {
        return shell(script).text().strip();
    }

    /** Runs a script in the pod of the client, which knows the password. */
    private static Output shell(String script) {
        return cluster.client("env", "REDISCLI_AUTH=" + PASSWORD, "bash", "-c", script);
    }
}
