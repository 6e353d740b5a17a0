package com.example.postgres;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.harness.LocalCluster;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresSetting;
import dev.berth.postgres.PostgresTopology;
import dev.berth.recipe.Clients;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Password;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeWriter;
import dev.berth.workload.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL does not start a follower with fewer connections than its primary had: the recipe does. */
class DecreasedSettingTest {

    private static final SecretSource SECRET = Secret.existing("orders-credentials");

    private static Postgres orders(int connections) {
        return Postgres.named("orders")
                .image(PostgresImage.of("postgres:15.13"))
                .database("orders")
                .user("orders")
                .password(Password.key(SECRET, "password"))
                .storage(gibi(10))
                .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
                .topology(PostgresTopology.streaming(2, Password.key(SECRET, "replication")))
                .addSetting(PostgresSetting.maxConnections(connections))
                .configChanges(ConfigChanges.RESTART)
                .build();
    }

    @Test
    void a_primary_and_its_follower_restart_with_fewer_connections(@TempDir Path directory) {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: PostgreSQL in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in pods here");
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("orders-credentials", Map.of("password", "secret", "replication", "secret"));
            apply(cluster, directory, orders(80));
            apply(cluster, directory, orders(40));

            assertThat(sql(cluster, "orders-0", "SHOW max_connections")).isEqualTo("40");
            sql(cluster, "orders-0", "CREATE TABLE written AS SELECT 1 AS id");
            cluster.await(
                    "the follower has the table",
                    () -> sql(cluster, "orders-replica-1", "SELECT to_regclass('written')").equals("written"));

            cluster.stop("orders-replica-1");
            cluster.start("orders-replica-1");
            cluster.awaitReady("orders-replica-1");
            assertThat(sql(cluster, "orders-replica-1", "SHOW max_connections"))
                    .as("after the follower has received the new number")
                    .isEqualTo("40");
        }
    }

    private static void apply(LocalCluster cluster, Path directory, Postgres postgres) {
        TreeWriter.write(
                ManifestTree.render(
                        ManifestSet.of(List.of(ManifestFile.of("orders.yaml", postgres.manifests())
                                        .in(Namespace.named("shop").build())))
                                .existing("Secret", "orders-credentials")
                                .existing("Namespace", "shop"),
                        "test",
                        "mvn test"),
                directory);
        cluster.apply(directory);
    }

    private static String sql(LocalCluster cluster, String pod, String statement) {
        return cluster.exec(pod, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", statement)
                .text()
                .strip();
    }
}
