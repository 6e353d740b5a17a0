package com.example.postgres;

import static dev.berth.postgres.CloudNativePgCluster.UserRights.OWNER;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.postgres.CloudNativePgCluster;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresMemory;
import dev.berth.postgres.PostgresSetting;
import dev.berth.postgres.PostgresTopology;
import dev.berth.postgres.PostgresUser;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.Tls;
import dev.berth.secret.ExternalSecret;
import dev.berth.secret.RemoteRef;
import dev.berth.secret.SecretStoreRef;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords, certificates and settings that the operator cannot use or refuses itself. */
class RefusedCloudNativePgSettingsTest {

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

    static Stream<Arguments> passwords() {
        Secret opaque = Secret.named("login")
                .putDemoValue("username", "orders")
                .putDemoValue("password", "not-a-secret")
                .build();
        ExternalSecret stored = ExternalSecret.named("stored")
                .secretStore(SecretStoreRef.clusterSecretStore("vault"))
                .putData("password", RemoteRef.of("shop/orders").property("password"))
                .build();
        String user = "the password of the user \"orders\": ";
        return Stream.of(
                refusal(
                        ORDERS.withPassword(Password.key(Secret.existing("orders-credentials"), "postgres")),
                        user + "the key \"postgres\" of the Secret \"orders-credentials\": the operator reads the keys"
                                + " username and password" + LOGIN),
                refusal(
                        ORDERS.withPassword(Password.demoValue("not-a-secret")),
                        user + "the operator reads it from a Secret only" + LOGIN),
                refusal(
                        ORDERS.withPassword(Password.withoutPassword("The data is public.")),
                        user + "the operator reads it from a Secret only" + LOGIN),
                refusal(
                        ORDERS.plusUser(PostgresUser.of("app", PASSWORD)),
                        "the password of the user \"app\": the Secret \"orders-login\" is already that of the user"
                                + " \"orders\", and has one username" + LOGIN),
                refusal(
                        ORDERS.withPassword(Password.key(opaque, "password")),
                        user + "the Secret \"login\" has the type Opaque" + LOGIN),
                refusal(
                        ORDERS.withUser("admin")
                                .withPassword(Password.key(opaque.withType("kubernetes.io/basic-auth"), "password")),
                        "the password of the user \"admin\": the username in the Secret \"login\" is that of another"
                                + " user"
                                + LOGIN),
                refusal(
                        ORDERS.withPassword(Password.key(stored.secret(), "password")),
                        user + "Secret \"stored\" of ExternalSecret \"stored\" has no key \"username\". Keys: password."
                                + LOGIN),
                refusal(
                        ORDERS.withTls(Tls.required(stored.secret())),
                        "tls: Secret \"stored\" of ExternalSecret \"stored\" has no key \"ca.crt\". Keys: password."
                                + " The operator needs the certificate of the authority: add the key ca.crt to the"
                                + " Secret"));
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                refusal(
                        ORDERS.plusSetting(PostgresSetting.other("cluster_name", "orders")),
                        "settings: cluster_name: the operator sets it itself: leave it out"),
                refusal(
                        ORDERS.plusSetting(PostgresSetting.other("synchronous_standby_names", "ANY 1 (*)")),
                        "settings: synchronous_standby_names: the operator sets it itself: leave it out, and declare"
                                + " synchronous(…) on the Cluster"),
                refusal(
                        ORDERS.plusSetting(PostgresSetting.sharedBuffers(PostgresMemory.megabytes(513))),
                        "settings: shared_buffers = 513MB: the operator refuses more than the memory request of 512Mi:"
                                + " request more memory, or use less"),
                refusal(
                        ORDERS.plusSetting(PostgresSetting.other("min_wal_size", "2GB")),
                        "settings: min_wal_size = 2GB: the operator refuses it if it is not less than max_wal_size,"
                                + " which is 1GB: use less"),
                refusal(
                        ORDERS.withWalStorage(gibi(4))
                                .plusSetting(PostgresSetting.maxWalSize(PostgresMemory.gigabytes(4))),
                        "settings: max_wal_size = 4GB: the operator refuses it if it is not less than walStorage,"
                                + " which is 4Gi: use less"),
                refusal(
                        ORDERS.plusSetting(PostgresSetting.other("wal_level", "minimal")),
                        "settings: wal_level = minimal: the operator archives the log: use replica or logical, or"
                                + " leave it out"),
                refusal(
                        ORDERS.withTopology(PostgresTopology.streaming(2, PASSWORD))
                                .plusSetting(PostgresSetting.other("wal_log_hints", "off")),
                        "settings: wal_log_hints = off: a former primary is rewound with them: leave it out"));
    }

    private static Arguments refusal(Postgres postgres, String... problems) {
        return Arguments.of(postgres, Arrays.asList(problems));
    }

    @ParameterizedTest
    @MethodSource({"passwords", "settings"})
    void what_cannot_be_carried_over_is_refused(Postgres postgres, List<String> problems) {
        assertThatThrownBy(() -> cluster(postgres))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Cluster \"orders\": CloudNativePG cannot carry over:\n- " + String.join("\n- ", problems));
    }
}
