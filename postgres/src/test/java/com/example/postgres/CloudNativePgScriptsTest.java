package com.example.postgres;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.config.Secret;
import dev.berth.harness.LocalCluster;
import dev.berth.postgres.CloudNativePgCluster;
import dev.berth.postgres.InitScript;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresDatabase;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresUser;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.workload.Resources;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The statements and scripts of a rendered Cluster, run on a real server in the order and in the way of CloudNativePG: each
 * in one request, as another superuser, before it manages roles and databases. Source: CloudNativePG 1.30.0, {@code
 * pkg/management/postgres/initdb.go}, {@code ConfigureNewInstance}.
 */
class CloudNativePgScriptsTest {

    private static final String POD = "orders-0";

    private final CloudNativePgCluster cluster = CloudNativePgCluster.named("sales")
            .postgres(Postgres.named("sales")
                    .image(PostgresImage.of("postgres:17.5"))
                    .database("sales")
                    .user("clerk")
                    .password(login("clerk"))
                    .storage(gibi(10))
                    .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                    .clients(Clients.everyone("The network of the cluster is separate."))
                    .addUser(PostgresUser.of("auditor", login("auditor")))
                    .addDatabase(PostgresDatabase.ownedBy("auditor", "audits"))
                    .addInitScripts(
                            InitScript.sql("schema", "CREATE TABLE sales (id bigint);\nINSERT INTO sales VALUES (7);"),
                            InitScript.sql("rights", "GRANT SELECT ON sales TO auditor -- without a semicolon"))
                    .build())
            .imageName("ghcr.io/cloudnative-pg/postgresql:17.5-standard-bookworm")
            .userRights(CloudNativePgCluster.UserRights.OWNER)
            .build();

    private static Password login(String user) {
        return Password.key(Secret.existing(user + "-login"), "password");
    }

    @Test
    void the_user_owns_what_the_scripts_create() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: scripts of CloudNativePG, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in pods here");
        try (LocalCluster server = LocalCluster.start()) {
            server.secret("orders-credentials", Map.of("password", "first"));
            server.apply(Path.of("src/test/golden/one"));
            server.awaitReady(POD);

            run(server, "orders", "CREATE ROLE \"clerk\" LOGIN");
            statements().forEach(statement -> run(server, "orders", statement));
            run(server, "orders", "CREATE DATABASE \"sales\" OWNER \"clerk\"");
            scripts().forEach(script -> run(server, "sales", script));

            assertThat(run(server, "sales", "SELECT tableowner FROM pg_tables WHERE tablename = 'sales'"))
                    .isEqualTo("clerk");
            assertThat(run(server, "sales", "SET ROLE auditor; SELECT id FROM sales"))
                    .endsWith("7");
            assertThat(run(
                            server,
                            "orders",
                            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'audits'"))
                    .isEqualTo("auditor");
        }
    }

    /** The elements of {@code postInitSQL}. */
    private List<String> statements() {
        var object = (GenericKubernetesResource) cluster.toModel();
        List<Object> found = object.get("spec", "bootstrap", "initdb", "postInitSQL");
        return found.stream().map(String::valueOf).toList();
    }

    /** The scripts in the order of {@code postInitApplicationSQLRefs}. */
    private List<String> scripts() {
        ConfigMap files = (ConfigMap) cluster.manifests().get(0).toModel();
        return List.of(files.getData().get("10-schema.sql"), files.getData().get("11-rights.sql"));
    }

    private static String run(LocalCluster server, String database, String statement) {
        return server.exec(
                        POD, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-d", database, "-XAtqc", statement)
                .value();
    }
}
