package com.example.postgres;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.postgres.Postgres;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.Resources;
import dev.berth.workload.UpdateStrategy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTest {

    private static final SecretSource SECRET = Secret.existing("orders-credentials");

    @Test
    void one_server_and_three_servers_render_as_reviewed() {
        Namespace shop = Namespace.named("shop").build();
        Postgres one = Postgres.named("orders")
                .image("postgres:17")
                .database("orders")
                .user("orders")
                .password(SECRET.env("POSTGRES_PASSWORD", "password"))
                .storage(gibi(10))
                .build();
        Postgres three = Postgres.named("reports")
                .image("postgres:16.4")
                .database("reports")
                .user("reports")
                .password(SECRET.env("POSTGRES_PASSWORD", "reports"))
                .storage(gibi(100))
                .replicas(3)
                .storageClass(new ExistingStorageClass("fast-ssd"))
                .resources(Resources.requests(millicores(500), mebi(1024)).memoryLimit(mebi(1024)))
                .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
                .updateStrategy(UpdateStrategy.rollingUpdate().partition(2))
                .putSetting("max_connections", "200")
                .putSetting("log_line_prefix", "%m [%p] 'orders' ")
                .build();

        assertThat(ManifestSet.of(
                        ManifestFile.of("one.yaml", one.manifests()).in(shop),
                        ManifestFile.of("three.yaml", three.manifests()).in(shop)))
                .matchesGoldenTree(Path.of("src/test/golden"));
    }

    @Test
    void the_stateful_set_can_be_customized_where_the_recipe_has_no_method() {
        Postgres postgres = Postgres.named("orders")
                .image("postgres:17")
                .database("orders")
                .user("orders")
                .password(SECRET.env("POSTGRES_PASSWORD"))
                .storage(gibi(10))
                .customize(set -> set.withReplicas(2))
                .build();

        assertThat(postgres.statefulSet().podNames()).containsExactly("orders-0", "orders-1");
        assertThat(postgres.service().onlyPod()).contains(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5000/postgres",
                "localhost:5000/postgres:17",
                "postgres:17@sha256:99230123456789abcdef0123456789abcdef0123456789abcdef0123456789ab",
                "registry.example.com/team/postgres:16-bookworm"
            })
    void a_port_or_a_digest_is_no_version(String image) {
        Postgres postgres = Postgres.named("orders")
                .image(image)
                .database("orders")
                .user("orders")
                .password(SECRET.env("POSTGRES_PASSWORD", "password"))
                .storage(gibi(10))
                .build();

        assertThat(postgres.image()).isEqualTo(image);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgres:18            | Postgres image: Invalid value: "postgres:18": must be version 17 or older: later images store their data elsewhere
                    postgres:18.1-bookworm | Postgres image: Invalid value: "postgres:18.1-bookworm": must be version 17 or older: later images store their data elsewhere
                    postgres:17-alpine     | Postgres image: Invalid value: "postgres:17-alpine": must be based on Debian: on Alpine, the user postgres has another UID
                    """)
    void an_image_that_does_not_fit_the_recipe_is_refused(String image, String message) {
        var declaration = Postgres.named("orders")
                .image(image)
                .database("orders")
                .user("orders")
                .password(SECRET.env("POSTGRES_PASSWORD"))
                .storage(gibi(1));

        assertThatThrownBy(declaration::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    @Test
    void a_password_under_another_variable_is_refused() {
        var declaration = Postgres.named("orders")
                .image("postgres:17")
                .database("orders")
                .user("orders")
                .password(SECRET.env("PASSWORD"))
                .storage(gibi(1));

        assertThatThrownBy(declaration::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Postgres password: Invalid value: \"PASSWORD\": must be the variable POSTGRES_PASSWORD:"
                        + " env(\"POSTGRES_PASSWORD\", \"the-key\")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    data_directory | /x | Postgres setting: Invalid value: "data_directory": must not be set: the recipe sets it
                    Max            | 1  | Postgres setting: Invalid value: "Max": must be lower case letters, digits and '_'
                    """)
    void a_setting_that_breaks_the_recipe_is_refused(String name, String value, String message) {
        var declaration = Postgres.named("orders")
                .image("postgres:17")
                .database("orders")
                .user("orders")
                .password(SECRET.env("POSTGRES_PASSWORD"))
                .storage(gibi(1))
                .putSetting(name, value);

        assertThatThrownBy(declaration::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
