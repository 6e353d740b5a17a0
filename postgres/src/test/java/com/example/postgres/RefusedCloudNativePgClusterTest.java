package com.example.postgres;

import static dev.berth.postgres.CloudNativePgCluster.UserRights.OWNER;
import static dev.berth.postgres.CloudNativePgCluster.UserRights.SUPERUSER;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.postgres.CloudNativePgCluster;
import dev.berth.postgres.HbaRule;
import dev.berth.postgres.InitScript;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresBackup;
import dev.berth.postgres.PostgresDatabase;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresRestore;
import dev.berth.postgres.PostgresTopology;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.Password;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.VolumeOwner;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.Schedule;
import dev.berth.workload.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be carried over to CloudNativePG, with the reason and the remedy. */
class RefusedCloudNativePgClusterTest {

    private static final String IMAGE = "ghcr.io/cloudnative-pg/postgresql:17.5-standard-bookworm";
    private static final Password PASSWORD = Password.key(Secret.existing("orders-login"), "password");
    private static final String LOGIN =
            ": create a Secret of the type kubernetes.io/basic-auth with the keys username and password, and refer to"
                    + " it with Password.key(secret, \"password\")";

    private static final Postgres ORDERS = Postgres.named("orders")
            .image(PostgresImage.of("postgres:17.5"))
            .database("orders")
            .user("orders")
            .password(PASSWORD)
            .storage(gibi(10))
            .resources(Resources.requests(millicores(500), mebi(512)).memoryLimit(gibi(1)))
            .clients(Clients.everyone("The network of the cluster is separate."))
            .build();

    private static CloudNativePgCluster cluster(Postgres postgres) {
        return CloudNativePgCluster.named("orders")
                .postgres(postgres)
                .imageName(IMAGE)
                .userRights(OWNER)
                .build();
    }

    static Stream<Arguments> declarations() {
        PostgresTopology streaming = PostgresTopology.streaming(3, PASSWORD);
        return Stream.of(
                refusal(
                        ORDERS.withTopology(PostgresTopology.independent(3)),
                        "topology: independent(3): the instances of a Cluster replicate: use streaming(…), or"
                                + " independent(1) for one instance"),
                refusal(
                        ORDERS.withTopology(streaming.primary(1)),
                        "topology: primary(1): the operator chooses the primary: leave primary(…) out"),
                refusal(
                        ORDERS.withDatabase("postgres"),
                        "database: \"postgres\": the operator keeps it for itself: use another name"),
                refusal(
                        ORDERS.plusDatabases(
                                PostgresDatabase.ownedBy("orders", "template1"),
                                PostgresDatabase.ownedBy("orders", "old_")),
                        "databases: \"template1\": it is reserved, or the name of its object would end with a dash: use"
                                + " another name",
                        "databases: \"old_\": it is reserved, or the name of its object would end with a dash: use"
                                + " another name"),
                refusal(
                        ORDERS.withUser("postgres"),
                        "users: \"postgres\": the operator or PostgreSQL reserves it: use another name"),
                refusal(
                        ORDERS.plusInitScripts(
                                InitScript.bash("load", "ls\n"), InitScript.sql("copy", "\\copy a from b\n")),
                        "initScripts: \"load.sh\": the operator runs no shell scripts: write it in SQL",
                        "initScripts: \"copy.sql\": the operator runs it without psql, which alone knows the lines that"
                                + " start with a backslash: write it in SQL"),
                refusal(
                        ORDERS.plusHbaRule(
                                HbaRule.ssl("orders", "app", "10.0.0.0/8").certificate()),
                        "hbaRules: \"hostssl orders app 10.0.0.0/8 cert\": the operator verifies clients with an"
                                + " authority of its own: use scram()"),
                refusal(
                        ORDERS.withMetrics(Metrics.exporter("example.com/exporter:1", PASSWORD)),
                        "metrics: the operator has an exporter of its own, whose metrics have other names: leave it out"
                                + " with withMetrics(Optional.empty()), and name who reads the metrics with"
                                + " addScraper(…)"),
                refusal(
                        ORDERS.withBackup(PostgresBackup.dumpAsSuperuser(Schedule.daily(3, 0), gibi(50))),
                        "backup: only a superuser can dump the users: choose UserRights.SUPERUSER, or leave it out with"
                                + " withBackup(Optional.empty()), and use a ScheduledBackup"));
    }

    static Stream<Arguments> statefulSets() {
        return Stream.of(
                refusal(
                        ORDERS.withVolumeOwner(VolumeOwner.initContainer("busybox:1.37")),
                        "volumeOwner: the operator relies on fsGroup: use VolumeOwner.fsGroup(), and a StorageClass"
                                + " whose driver supports it"),
                refusal(
                        ORDERS.withClaimRetention(
                                ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE)),
                        "claimRetention: the operator deletes the claims with the Cluster, and those of an instance"
                                + " with the instance: leave it out with withClaimRetention(Optional.empty())"),
                refusal(
                        ORDERS.withPodManagementPolicy(PodManagementPolicy.PARALLEL),
                        "podManagementPolicy: the operator creates one instance after the other: leave it out with"
                                + " withPodManagementPolicy(Optional.empty())"),
                refusal(
                        ORDERS.withUpdateStrategy(UpdateStrategy.onDelete()),
                        "updateStrategy: the operator updates the followers first, then the primary: leave it out with"
                                + " withUpdateStrategy(Optional.empty())"),
                refusal(
                        ORDERS.plusCustomize(set -> set.plusPodLabel("team", "shop")),
                        "customize: a Cluster has no StatefulSet: leave it out with withCustomize(Optional.empty()),"
                                + " and change the Cluster with its own customize(…)"),
                refusal(
                        ORDERS.plusOmission(Safeguard.STARTUP_PROBE, "The data is small."),
                        "omissions: STARTUP_PROBE: the operator always has one: leave the omission out"));
    }

    private static Arguments refusal(Postgres postgres, String... problems) {
        return Arguments.of(postgres, Arrays.asList(problems));
    }

    @ParameterizedTest
    @MethodSource({"declarations", "statefulSets"})
    void what_cannot_be_carried_over_is_refused(Postgres postgres, List<String> problems) {
        assertThatThrownBy(() -> cluster(postgres))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Cluster \"orders\": CloudNativePG cannot carry over:\n- " + String.join("\n- ", problems));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        postgres:17.5                                     | the operator runs PostgreSQL as the user 26, which the official image does not have
        docker.io/library/postgres:17.5-alpine              | the operator runs PostgreSQL as the user 26, which the official image does not have
        ghcr.io/cloudnative-pg/postgresql                 | the operator reads the version from the beginning of the tag
        ghcr.io/cloudnative-pg/postgresql:latest          | the operator reads the version from the beginning of the tag
        ghcr.io/cloudnative-pg/postgresql:18.1            | the declaration has PostgreSQL 17
        ghcr.io/cloudnative-pg/postgresql:170             | the declaration has PostgreSQL 17
        """)
    void an_image_that_the_operator_cannot_use_is_refused(String image, String reason) {
        assertThatThrownBy(() -> cluster(ORDERS).withImageName(image))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Cluster \"orders\": CloudNativePG cannot carry over:\n- imageName: \"" + image + "\": "
                        + reason + ": use an image such as ghcr.io/cloudnative-pg/postgresql:17-standard-bookworm");
    }

    @Test
    void all_reasons_are_in_one_message() {
        Postgres postgres = ORDERS.withTopology(PostgresTopology.independent(2))
                .withPassword(Password.key(Secret.existing("orders-credentials"), "postgres"))
                .withUpdateStrategy(UpdateStrategy.onDelete());

        assertThatThrownBy(() -> cluster(postgres))
                .hasMessage("Cluster \"orders\": CloudNativePG cannot carry over:\n"
                        + "- topology: independent(2): the instances of a Cluster replicate: use streaming(…), or"
                        + " independent(1) for one instance\n"
                        + "- the password of the user \"orders\": the key \"postgres\" of the Secret"
                        + " \"orders-credentials\": the operator reads the keys username and password" + LOGIN + "\n"
                        + "- updateStrategy: the operator updates the followers first, then the primary: leave it out"
                        + " with withUpdateStrategy(Optional.empty())");
    }

    @Test
    void what_a_cluster_adds_must_fit_the_declaration() {
        CloudNativePgCluster cluster = cluster(ORDERS);
        String head = "Cluster \"orders\": CloudNativePG cannot carry over:\n- ";

        assertThatThrownBy(() -> cluster.withSynchronous(1))
                .hasMessage(head + "synchronous: 1: must be at least 1 and less than the 1 servers");
        assertThatThrownBy(() -> cluster.withImportFrom(ORDERS))
                .hasMessage(
                        head + "importFrom: the Cluster and the servers have the same name, and both would own objects"
                                + " such as the NetworkPolicy \"orders\": give the Cluster another name");
        assertThatThrownBy(() -> cluster.restore(PostgresRestore.newest()))
                .hasMessage("Cluster \"orders\": restore: there is no backup: declare one");
        assertThatThrownBy(() -> CloudNativePgCluster.named("a".repeat(51))
                        .postgres(ORDERS)
                        .imageName(IMAGE)
                        .userRights(OWNER)
                        .build())
                .hasMessageEndingWith(
                        "- the name: it has 51 characters, and a Cluster may have 50: use a shorter name");
    }

    @Test
    void an_import_needs_the_same_databases_and_a_version_that_can_read_them() {
        CloudNativePgCluster cluster = CloudNativePgCluster.named("orders-db")
                .postgres(ORDERS)
                .imageName(IMAGE)
                .userRights(OWNER)
                .build();
        String head = "Cluster \"orders-db\": CloudNativePG cannot carry over:\n- importFrom: ";

        assertThatThrownBy(() -> cluster.withImportFrom(ORDERS.withDatabase("other")))
                .hasMessage(
                        head + "the source has other databases or users: declare the same ones, and change them after"
                                + " the import");
        assertThatThrownBy(() -> cluster.withImportFrom(ORDERS.withImage(PostgresImage.of("postgres:18.1"))))
                .hasMessage(
                        head + "the source has PostgreSQL 18, and pg_dump of PostgreSQL 17 cannot read it: declare the"
                                + " same or a newer major version");
        assertThatThrownBy(() -> cluster.withImportFrom(ORDERS.withPassword(Password.demoValue("not-a-secret"))))
                .hasMessage(
                        head + "the operator reads the password of the source from a Secret only: use Password.key");
        assertThat(cluster.withImportFrom(ORDERS.withImage(PostgresImage.of("postgres:16.9")))
                        .importFrom())
                .isPresent();
    }

    @Test
    void what_the_operator_does_anyway_is_not_refused() {
        Postgres postgres = ORDERS.withClaimRetention(
                        ClaimRetention.whenDeleted(DELETE).whenScaled(DELETE))
                .withBackup(PostgresBackup.dumpAsSuperuser(Schedule.daily(3, 0), gibi(50)));

        assertThat(CloudNativePgCluster.named("orders")
                        .postgres(postgres)
                        .imageName("registry.example.com/team/postgres:17@sha256:" + "0".repeat(64))
                        .userRights(SUPERUSER)
                        .build()
                        .manifests())
                .hasSize(4);
    }
}
