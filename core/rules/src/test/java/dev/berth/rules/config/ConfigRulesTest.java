package dev.berth.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;

class ConfigRulesTest {
    private static Expectation config(String rest) {
        return Expectation.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, %s}".formatted(rest));
    }

    private static Expectation secret(String rest) {
        return Expectation.of("{apiVersion: v1, kind: Secret, metadata: {name: s}, %s}".formatted(rest));
    }

    private static Expectation metadata(String metadata) {
        return Expectation.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, %s}}".formatted(metadata));
    }

    @Test
    void a_key_must_be_a_file_name_and_unique() {
        config("data: {'..x': v, '': v, k: v}, binaryData: {k: dg==, 'a b': dg==}")
                .finds(
                        "config-key FieldValueInvalid data[..x]",
                        "config-key FieldValueInvalid data[]",
                        "config-key-twice FieldValueInvalid data[k]",
                        "config-key FieldValueInvalid binaryData[a b]");
    }

    @Test
    void a_config_map_has_at_most_one_mebibyte() {
        config("data: {k: '%s'}".formatted("x".repeat(1024 * 1024))).isAccepted();
        config("data: {k: '%s'}".formatted("x".repeat(1024 * 1024 + 1))).finds("config-size FieldValueTooLong []");
    }

    @Test
    void a_typed_secret_must_have_the_keys_of_its_type() {
        secret("type: kubernetes.io/tls, stringData: {tls.crt: x}")
                .finds("secret-type-keys FieldValueRequired data[tls.key]");
        secret("type: kubernetes.io/basic-auth")
                .finds(
                        "secret-type-keys FieldValueRequired data[username]",
                        "secret-type-keys FieldValueRequired data[password]");
        secret("type: example.com/own").isAccepted();
    }

    @Test
    void no_message_contains_a_value_of_a_secret() {
        for (String rest : new String[] {
            "stringData: {pin: 271828}",
            "stringData: {pin: true}",
            "data: {pin: 271828}",
            "data: {pin: not-base-64}",
            "type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: '271828'}"
        }) {
            assertThat(secret(rest).findings()).isNotEmpty().noneMatch(finding -> finding.message()
                    .matches(".*(271828|true|not-base-64).*"));
        }
    }

    @Test
    void metadata_is_checked_for_every_kind() {
        metadata("annotations: {bad key: x}").finds("annotation-key FieldValueInvalid metadata.annotations");
        metadata("finalizers: [foo]").finds("finalizer-name FieldValueInvalid metadata.finalizers[0]");
        metadata("ownerReferences: [{apiVersion: v1, kind: Pod, name: p}]")
                .finds("owner-reference FieldValueInvalid metadata.ownerReferences.uid");
        metadata("annotations: {k: '%s'}".formatted("x".repeat(256 * 1024)))
                .finds("annotation-size FieldValueTooLong metadata.annotations");
    }

    @Test
    void a_namespace_must_name_an_existing_pod_security_level() {
        Expectation.of("""
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: ns
                  labels: {pod-security.kubernetes.io/enforce: strict, pod-security.kubernetes.io/enforce-version: "1.36"}
                """)
                .finds(
                        "pod-security-level FieldValueInvalid metadata.labels[pod-security.kubernetes.io/enforce]",
                        "pod-security-version FieldValueInvalid"
                                + " metadata.labels[pod-security.kubernetes.io/enforce-version]");
    }

    @Test
    void a_generate_name_is_checked_like_a_name() {
        Expectation.of("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: Bad_}}")
                .finds("name FieldValueInvalid metadata.generateName", "name FieldValueInvalid metadata.name");
        Expectation.of("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: ok.}}")
                .finds("name FieldValueInvalid metadata.generateName");
        Expectation.of("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: ok-}}")
                .isAccepted();
        Expectation.of("{apiVersion: v1, kind: Namespace, metadata: {generateName: " + "n".repeat(80) + "}}")
                .finds("name FieldValueInvalid metadata.generateName");
    }

    @Test
    void an_owner_reference_must_be_complete() {
        Expectation.of("""
                {apiVersion: v1, kind: ConfigMap, metadata: {name: c, ownerReferences: [{name: o, uid: u}]}}
                """)
                .finds(
                        "owner-reference FieldValueInvalid metadata.ownerReferences.apiVersion",
                        "owner-reference FieldValueInvalid metadata.ownerReferences.kind");
    }
}
