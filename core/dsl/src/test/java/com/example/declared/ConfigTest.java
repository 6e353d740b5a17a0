package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.config.ResourceFieldRef;
import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.network.HeadlessService;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import dev.berth.workload.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private final ConfigMap config = ConfigMap.named("postgres-config")
            .putData("POSTGRES_DB", "mydatabase")
            .putData("postgresql.conf", "max_connections = 100\nshared_buffers = 128MB\n")
            .build();
    private final Secret password = Secret.named("postgres-secret")
            .putDemoValue("POSTGRES_PASSWORD", "not-a-secret")
            .build();
    private final SecretSource real = Secret.existing("postgres-credentials");

    @Test
    void a_config_map_has_values_by_key() {
        assertThat(Yaml.of(config)).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: postgres-config
                data:
                  POSTGRES_DB: mydatabase
                  postgresql.conf: |
                    max_connections = 100
                    shared_buffers = 128MB
                """);
    }

    @Test
    void a_rendered_secret_warns_that_everyone_can_read_it() {
        assertThat(Yaml.of(password)).isEqualTo("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: postgres-secret
                stringData:
                  # Demo value, readable by everyone who reads this file: never use it for real.
                  POSTGRES_PASSWORD: not-a-secret
                """);
    }

    @Test
    void variables_come_from_keys_whole_objects_fields_of_the_pod_and_strings() {
        var container = Container.named("postgres")
                .image("postgres:17")
                .addEnv(config.env("POSTGRES_DB"))
                .addEnv(real.env("POSTGRES_PASSWORD", "password"))
                .addEnv(EnvVar.of("POD_NAME", FieldRef.NAME))
                .addEnv(EnvVar.of("MEMORY", ResourceFieldRef.LIMITS_MEMORY))
                .addEnv(EnvVar.of("PGDATA", "/data/pgdata"))
                .addEnvFrom(ConfigMap.existing("settings").envFrom().prefix("APP_"))
                .build();
        assertThat(Yaml.of(Pod.named("p").container(container).build())).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: p
                  labels:
                    app: p
                spec:
                  containers:
                  - name: postgres
                    image: postgres:17
                    envFrom:
                    - configMapRef:
                        name: settings
                      prefix: APP_
                    env:
                    - name: POSTGRES_DB
                      valueFrom:
                        configMapKeyRef:
                          name: postgres-config
                          key: POSTGRES_DB
                    - name: POSTGRES_PASSWORD
                      valueFrom:
                        secretKeyRef:
                          name: postgres-credentials
                          key: password
                    - name: POD_NAME
                      valueFrom:
                        fieldRef:
                          fieldPath: metadata.name
                    - name: MEMORY
                      valueFrom:
                        resourceFieldRef:
                          resource: limits.memory
                    - name: PGDATA
                      value: /data/pgdata
                """);
    }

    @Test
    void existing_objects_are_reported_as_existing() {
        Pod pod = Pod.named("p")
                .container(Container.named("c")
                        .image("c:1")
                        .addEnv(real.env("password"))
                        .addEnvFrom(ConfigMap.existing("settings").envFrom(), config.envFrom())
                        .build())
                .build();
        assertThat(pod.existing())
                .containsExactlyInAnyOrder(
                        new ExistingObject("Secret", "postgres-credentials"),
                        new ExistingObject("ConfigMap", "settings"));
    }

    @Test
    void a_missing_key_is_refused_and_the_message_lists_the_keys() {
        assertRefused(
                () -> config.env("POSTGRES_DATABASE"),
                "ConfigMap \"postgres-config\" has no key \"POSTGRES_DATABASE\". Keys: POSTGRES_DB, postgresql.conf.");
        assertRefused(
                () -> config.env("DB", "POSTGRES_DBB"),
                "ConfigMap \"postgres-config\" has no key \"POSTGRES_DBB\". Keys: POSTGRES_DB, postgresql.conf."
                        + " Did you mean \"POSTGRES_DB\"?");
        assertRefused(
                () -> ConfigMap.named("empty").build().env("A"),
                "ConfigMap \"empty\" has no key \"A\". It has no keys.");
    }

    @Test
    void keys_names_and_sizes_that_kubernetes_refuses_are_refused() {
        assertRefused(
                () -> ConfigMap.named("Bad_Name"),
                "ConfigMap: metadata.name: Invalid value: \"Bad_Name\": must be lower case letters, digits, '-' or '.',"
                        + " and start and end with a letter or digit");
        assertRefused(
                () -> ConfigMap.named("c").putData("a/b", "").build(),
                "ConfigMap \"c\" key: Invalid value: \"a/b\": must be letters, digits, '-', '_' or '.', and neither be"
                        + " '.' nor start with '..'");
        assertRefused(
                () -> ConfigMap.named("c")
                        .putData("a", "x".repeat(1024 * 1024 + 1))
                        .build(),
                "ConfigMap \"c\": data: Too long: must have at most 1048576 bytes, but has 1048577");
        assertRefused(
                () -> Secret.named("s")
                        .putDemoValue("a", "x".repeat(1024 * 1024 + 1))
                        .build(),
                "Secret \"s\": demoValues: Too long: must have at most 1048576 bytes, but has 1048577");
        assertRefused(
                () -> config.env("1A", "POSTGRES_DB"),
                "EnvVar name: Invalid value: \"1A\": must be letters, digits, '-', '_' or '.', not start with a digit,"
                        + " and neither be '.' nor start with '..'");
        assertRefused(
                () -> config.envFrom().prefix("1_"),
                "EnvFrom prefix: Invalid value: \"1_\": must be letters, digits, '-', '_' or '.', and not start with a"
                        + " digit");
        assertRefused(
                () -> Secret.existing("a").env("A", "b c"),
                "Secret \"a\" key: Invalid value: \"b c\": must be letters, digits, '-', '_' or '.', and neither be"
                        + " '.' nor start with '..'");
    }

    @Test
    void metadata_is_checked_when_an_object_is_built() {
        assertRefused(
                () -> ConfigMap.named("c").putLabel("app", "a b").build(),
                "ConfigMap \"c\": metadata.labels[app]: Invalid value: \"a b\": must be empty, or letters, digits,"
                        + " '-', '_' or '.', and start and end with a letter or digit");
        assertRefused(
                () -> Secret.named("s").putAnnotation("a b", "").build(),
                "Secret \"s\": metadata.annotations: Invalid value: \"a b\": must be letters, digits, '-', '_' or '.',"
                        + " start and end with a letter or digit, and have at most 63 characters, with an optional DNS"
                        + " prefix such as example.com/");
    }

    @Test
    void a_variant_is_a_copy_that_does_not_change_the_original() {
        ConfigMap staging = config.replaceData(Map.of("POSTGRES_DB", "staging"));
        assertThat(staging.data()).isEqualTo(Map.of("POSTGRES_DB", "staging"));
        assertThat(staging.name()).isEqualTo("postgres-config");
        assertThat(config.data()).containsEntry("POSTGRES_DB", "mydatabase");
    }

    @Test
    void to_string_shows_no_value_of_a_secret() {
        assertThat(password.toString()).contains("postgres-secret").doesNotContain("not-a-secret");
        assertThat(EnvVar.of("TOKEN", "not-a-secret").toString()).isEqualTo("EnvVar{TOKEN}");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    @Test
    void a_change_of_a_config_map_restarts_the_pods_that_have_it_as_a_trigger() {
        var postgres = Container.named("postgres")
                .image("postgres:17")
                .addEnv(config.env("POSTGRES_DB"))
                .build();
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.named("postgres-headless"))
                .replicas(3)
                .container(postgres)
                .addRestartTrigger(config)
                .build();
        assertThat(Yaml.of(set)).contains("""
                  template:
                    metadata:
                      labels:
                        app: postgres
                      annotations:
                        berth.dev/content-hash: "6b6bf7d8f8d28feb"
                """);
        var changed = config.replaceData(Map.of("POSTGRES_DB", "orders"));
        assertThat(Yaml.of(set.replaceRestartTriggers(List.of(changed)))).isNotEqualTo(Yaml.of(set));
        assertThat(Yaml.of(set.replaceRestartTriggers(List.of()))).doesNotContain("annotations");
        assertThat(Yaml.of(set.replaceRestartTriggers(List.of(config, password))))
                .contains(config.contentHash() + "-" + password.contentHash())
                .doesNotContain("not-a-secret");
    }

    @Test
    void different_content_has_a_different_hash() {
        assertThat(List.of(
                        config("a", Map.of("k", "v")),
                        config("b", Map.of("k", "v")),
                        config("a", Map.of("kv", "")),
                        config("a", Map.of("k", "v2")),
                        config("a", Map.of("k", "v", "x", "")),
                        config("a", Map.of())))
                .doesNotHaveDuplicates();
        assertThat(config("a", Map.of("k", "v")))
                .isEqualTo(config("a", Map.of("k", "v")))
                .hasSize(16);
    }

    private static String config(String name, Map<String, String> data) {
        return ConfigMap.named(name).putAllData(data).build().contentHash();
    }

    @Test
    void the_annotation_of_the_triggers_cannot_be_set_by_hand() {
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.named("postgres-headless"))
                .replicas(1)
                .container(Container.named("postgres").image("postgres:17").build())
                .putPodAnnotation("berth.dev/content-hash", "1")
                .addRestartTrigger(config);
        assertThatThrownBy(set::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "StatefulSet \"postgres\": podAnnotations[berth.dev/content-hash]: Invalid value: \"1\": must"
                                + " not be set together with restartTriggers");
    }
}
