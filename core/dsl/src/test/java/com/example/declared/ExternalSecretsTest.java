package com.example.declared;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.object.ExistingObject;
import dev.berth.secret.ExternalSecret;
import dev.berth.secret.ExternalSecretBuildStages;
import dev.berth.secret.RemoteRef;
import dev.berth.secret.SecretStoreRef;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import org.junit.jupiter.api.Test;

class ExternalSecretsTest {

    private final ExternalSecret login = ExternalSecret.named("postgres-login")
            .secretStore(SecretStoreRef.clusterSecretStore("vault"))
            .putData("username", RemoteRef.of("shop/postgres").property("user"))
            .putData("password", RemoteRef.of("shop/postgres").property("password"))
            .build();

    @Test
    void each_key_of_the_secret_has_a_value_in_the_store() {
        assertThat(Yaml.of(login)).isEqualTo("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata:
                  name: postgres-login
                spec:
                  secretStoreRef:
                    name: vault
                    kind: ClusterSecretStore
                  data:
                  - secretKey: username
                    remoteRef:
                      key: shop/postgres
                      property: user
                  - secretKey: password
                    remoteRef:
                      key: shop/postgres
                      property: password
                """);
        assertThat(login.existing()).containsExactly(new ExistingObject("ClusterSecretStore", "vault"));
    }

    @Test
    void a_container_uses_the_keys_of_its_secret() {
        var container = Container.named("postgres")
                .image("postgres:17")
                .addEnv(login.secret().env("POSTGRES_PASSWORD", "password"))
                .build();
        assertThat(Pod.named("shop").container(container).build().existing())
                .as("the ExternalSecret creates it")
                .isEmpty();
        assertRefused(
                () -> login.secret().env("POSTGRES_PASSWORD", "pasword"),
                "Secret \"postgres-login\" of ExternalSecret \"postgres-login\" has no key \"pasword\". Keys: username,"
                        + " password. Did you mean \"password\"?");
    }

    @Test
    void a_template_makes_other_keys_from_the_values() {
        var url = login.withSecretName("postgres-url")
                .withRefreshInterval(ofMinutes(15))
                .withCreationPolicy(ExternalSecret.CreationPolicy.ORPHAN)
                .withDeletionPolicy(ExternalSecret.DeletionPolicy.DELETE)
                .withType("example.com/url")
                .plusTemplateData("url", "postgres://{{ .username }}:{{ .password }}@postgres:5432/shop");
        assertThat(Yaml.of(url)).contains("""
                spec:
                  refreshInterval: 15m
                  secretStoreRef:
                    name: vault
                    kind: ClusterSecretStore
                  target:
                    name: postgres-url
                    creationPolicy: Orphan
                    deletionPolicy: Delete
                    template:
                      type: example.com/url
                      data:
                        url: postgres://{{ .username }}:{{ .password }}@postgres:5432/shop
                  data:
                """);
        assertThat(url.secret().env("URL", "url").name()).isEqualTo("URL");
        assertThat(url.secret().name()).isEqualTo("postgres-url");
        assertRefused(
                () -> url.secret().env("password"),
                "Secret \"postgres-url\" of ExternalSecret \"postgres-login\" has no key \"password\". Keys: url.");
    }

    @Test
    void the_keys_of_a_map_in_the_store_are_not_known() {
        var all = ExternalSecret.named("all")
                .secretStore(SecretStoreRef.secretStore("vault"))
                .addDataFrom(RemoteRef.of("shop/postgres").version("3"))
                .build();
        assertThat(Yaml.of(all)).endsWith("""
                  dataFrom:
                  - extract:
                      key: shop/postgres
                      version: "3"
                """);
        assertThat(all.secret().env("ANY").name()).isEqualTo("ANY");
    }

    @Test
    void what_the_controller_refuses_is_refused() {
        assertRefused(
                () -> secret("e").build(),
                "ExternalSecret \"e\": spec.data: Required value: the Secret would be empty: add a value with putData or"
                        + " addDataFrom");
        assertRefused(
                () -> secret("e").putData("a b", RemoteRef.of("k")).build(),
                "ExternalSecret \"e\": spec.data: Invalid value: \"a b\": must be letters, digits, '-', '_' or '.', and"
                        + " neither be '.' nor start with '..'");
        assertRefused(
                () -> login.withRefreshInterval(ofNanos(1)),
                "ExternalSecret \"postgres-login\": spec.refreshInterval: Invalid value: \"PT0.000000001S\": must be at"
                        + " least 1s, in whole seconds");
        assertRefused(
                () -> login.withDeletionPolicy(ExternalSecret.DeletionPolicy.DELETE)
                        .withCreationPolicy(ExternalSecret.CreationPolicy.MERGE),
                "ExternalSecret \"postgres-login\": spec.target.deletionPolicy: Invalid value: \"Delete\": must not be"
                        + " combined with the creation policy Merge: the controller does not own the Secret");
        assertRefused(() -> RemoteRef.of(" "), "RemoteRef key: Invalid value: \" \": must not be blank");
        assertRefused(
                () -> SecretStoreRef.secretStore("Vault"),
                "SecretStore: metadata.name: Invalid value: \"Vault\": must be lower case letters, digits, '-' or '.', and"
                        + " start and end with a letter or digit");
    }

    private static ExternalSecretBuildStages.BuildFinal secret(String name) {
        return ExternalSecret.named(name).secretStore(SecretStoreRef.secretStore("vault"));
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
