package com.example.postgres;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.BitnamiChart;
import dev.berth.postgres.InitScript;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresDatabase;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresTopology;
import dev.berth.postgres.PostgresUser;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.VolumeOwner;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that takes over the claim, the Services and the data of a Helm chart. */
class TakingOverTest {

    private static final SecretSource SECRET = Secret.existing("orders-postgresql");

    private static final Postgres ORDERS = orders();

    private static Postgres orders() {
        return Postgres.named("orders-postgresql")
                .image(PostgresImage.debian("15.14-bookworm"))
                .database("orders")
                .user(BitnamiChart.SUPERUSER)
                .password(Password.key(SECRET, "postgres-password"))
                .storage(gibi(8))
                .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
                .takingOver(BitnamiChart.withDefaults())
                .build();
    }

    @Test
    void the_claim_the_services_and_the_owner_of_the_files_are_those_of_the_chart() {
        assertThat(ORDERS.data().name() + "-" + ORDERS.statefulSet().podNames().get(0))
                .isEqualTo("data-orders-postgresql-0");
        rendersAs("bitnami", "restricted", ORDERS);
    }

    @Test
    void an_init_container_gives_the_files_to_the_user_of_the_image() {
        Postgres asUser999 = ORDERS.withVolumeOwner(VolumeOwner.initContainer("busybox:1.37"));

        rendersAs("bitnami-owner", "baseline", asUser999);
    }

    private static void rendersAs(String tree, String level, Postgres postgres) {
        Namespace shop = Namespace.named("shop")
                .putLabel("pod-security.kubernetes.io/enforce", level)
                .build();
        assertThat(ManifestSet.of(
                        ManifestFile.of("namespace.yaml", shop),
                        ManifestFile.of("orders.yaml", postgres.manifests()).in(shop)))
                .matchesGoldenTree(Path.of("src/test/golden", tree));
    }

    @ParameterizedTest
    @MethodSource
    void what_only_a_first_start_would_do_is_refused(Executable change, String message) {
        assertThatThrownBy(change::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> what_only_a_first_start_would_do_is_refused() {
        Password password = Password.key(SECRET, "password");
        return Stream.of(
                refused(
                        () -> ORDERS.withUser("app"),
                        "user: Invalid value: \"app\": must be BitnamiChart.SUPERUSER: the user in auth.username of the"
                                + " chart is not a superuser"),
                refused(
                        () -> ORDERS.withImage(PostgresImage.alpine("15.14")),
                        "image: Invalid value: \"postgres:15.14-alpine\": must be an image on Debian: Alpine sorts text"
                                + " in another order, so the indexes would be wrong"),
                refused(
                        () -> ORDERS.withTopology(PostgresTopology.independent(3)),
                        "topology: Invalid value: \"3 servers\": must be one server, which takes over the data of the"
                                + " primary of the chart"),
                refused(
                        () -> ORDERS.withTopology(PostgresTopology.streaming(2, password)),
                        "topology: Invalid value: \"2 servers\": must be one server, which takes over the data of the"
                                + " primary of the chart"),
                refused(
                        () -> ORDERS.plusUsers(PostgresUser.of("app", password)),
                        "users: Invalid value: 1: must be left out: only a first start creates them, and there is none:"
                                + " create them in the server with CREATE ROLE"),
                refused(
                        () -> ORDERS.plusDatabases(PostgresDatabase.ownedBy("postgres", "reports")),
                        "databases: Invalid value: 1: must be left out: only a first start creates them, and there is"
                                + " none: create them in the server with CREATE DATABASE"),
                refused(
                        () -> ORDERS.plusInitScripts(InitScript.sql("schema", "SELECT 1;\n")),
                        "initScripts: Invalid value: 1: must be left out: only a first start creates them, and there is"
                                + " none: run them in the server"),
                refused(
                        () -> ORDERS.withWalStorage(gibi(4)),
                        "walStorage: Invalid value: \"4Gi\": must be left out: only a first start moves the log, and"
                                + " there is none"));
    }

    private interface Executable {
        void run();
    }

    private static Arguments refused(Executable change, String message) {
        return Arguments.of(change, "PostgreSQL \"orders-postgresql\": " + message);
    }

    @Test
    void the_owner_of_the_files_is_not_root() {
        assertThatThrownBy(() -> BitnamiChart.runAs(0, 1001))
                .hasMessage(
                        "BitnamiChart user and group: Invalid value: \"0:1001\": must not be root: state the owner of"
                                + " the data directory");
    }
}
