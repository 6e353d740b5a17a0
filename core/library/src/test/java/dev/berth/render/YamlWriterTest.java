package dev.berth.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form in which people see their objects. */
class YamlWriterTest {

    private final YamlWriter writer = new YamlWriter();

    @Test
    void keys_stand_in_the_order_of_people_and_sequences_under_their_key() {
        var set = new StatefulSetBuilder()
                .withNewMetadata()
                .withLabels(Map.of("app", "postgres"))
                .withNamespace("demo")
                .withName("postgres")
                .endMetadata()
                .withNewSpec()
                .addNewVolumeClaimTemplate()
                .withNewMetadata()
                .withName("data")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", new Quantity("1Gi"))
                .endResources()
                .endSpec()
                .endVolumeClaimTemplate()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "postgres")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withCommand("postgres", "-c", "config_file=/etc/postgresql.conf")
                .withImage("postgres:17")
                .withName("postgres")
                .addNewEnv()
                .withValue("no")
                .withName("DEBUG")
                .endEnv()
                .endContainer()
                .endSpec()
                .endTemplate()
                .withNewSelector()
                .addToMatchLabels("app", "postgres")
                .endSelector()
                .withReplicas(3)
                .withServiceName("postgres-headless")
                .endSpec()
                .build();

        assertThat(writer.toYaml(set)).isEqualTo("""
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata:
                          name: postgres
                          namespace: demo
                          labels:
                            app: postgres
                        spec:
                          serviceName: postgres-headless
                          replicas: 3
                          selector:
                            matchLabels:
                              app: postgres
                          template:
                            metadata:
                              labels:
                                app: postgres
                            spec:
                              containers:
                              - name: postgres
                                image: postgres:17
                                command:
                                - postgres
                                - -c
                                - config_file=/etc/postgresql.conf
                                env:
                                - name: DEBUG
                                  value: "no"
                          volumeClaimTemplates:
                          - apiVersion: v1
                            kind: PersistentVolumeClaim
                            metadata:
                              name: data
                            spec:
                              accessModes:
                              - ReadWriteOnce
                              resources:
                                requests:
                                  storage: 1Gi
                        """);
    }

    @Test
    void what_is_empty_on_purpose_stays_and_what_is_absent_stays_absent() {
        var policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("all")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .addNewIngress()
                .endIngress()
                .endSpec()
                .build();

        assertThat(writer.toYaml(policy)).isEqualTo("""
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: all
                        spec:
                          podSelector: {}
                          ingress:
                          - {}
                        """);
    }

    @Test
    void file_modes_are_decimal_with_the_octal_beside_them() {
        var pod = new PodBuilder()
                .withNewSpec()
                .addNewVolume()
                .withName("keys")
                .withNewSecret()
                .withSecretName("keys")
                .withDefaultMode(256)
                .addNewItem()
                .withKey("id")
                .withPath("id_rsa")
                .withMode(0644)
                .endItem()
                .endSecret()
                .endVolume()
                .addNewVolume()
                .withName("cache")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .build();

        assertThat(writer.toYaml(pod)).isEqualTo("""
                        apiVersion: v1
                        kind: Pod
                        spec:
                          volumes:
                          - name: keys
                            secret:
                              secretName: keys
                              defaultMode: 256 # 0400
                              items:
                              - key: id
                                path: id_rsa
                                mode: 420 # 0644
                          - name: cache
                            emptyDir: {}
                        """);
    }

    @Test
    void a_port_keeps_whether_it_is_a_number_or_a_name() {
        var service = new ServiceBuilder()
                .withNewSpec()
                .withClusterIP("None")
                .addNewPort()
                .withName("sql")
                .withPort(5432)
                .withTargetPort(new IntOrString("5432"))
                .endPort()
                .addNewPort()
                .withPort(80)
                .withTargetPort(new IntOrString(8080))
                .endPort()
                .endSpec()
                .build();

        assertThat(writer.toYaml(service)).isEqualTo("""
                        apiVersion: v1
                        kind: Service
                        spec:
                          clusterIP: None
                          ports:
                          - name: sql
                            port: 5432
                            targetPort: "5432"
                          - port: 80
                            targetPort: 8080
                        """);
    }

    @Test
    void lines_are_a_literal_block_that_keeps_their_end() {
        var config = new ConfigMapBuilder()
                .addToData("a.conf", "# note: 1\nkey = value\n")
                .addToData("b.conf", "  indented\n\tx\n\nlast")
                .addToData("c.conf", "two\n\n\n")
                .addToData("d.conf", "dos\r\n")
                .build();

        assertThat(writer.toYaml(config)).isEqualTo("""
                        apiVersion: v1
                        kind: ConfigMap
                        data:
                          a.conf: |
                            # note: 1
                            key = value
                          b.conf: |2-
                              indented
                            \tx

                            last
                          c.conf: |+
                            two


                          d.conf: "dos\\r\\n"
                        """);
    }

    @Test
    void a_text_that_a_reader_may_take_for_something_else_has_double_quotes() {
        Map<String, Object> model = new LinkedHashMap<>();
        int index = 10;
        for (String text : List.of(
                "no",
                "0400",
                "1e3",
                "12:30",
                "2024-01-01",
                "0x1F",
                "12_34",
                "~",
                "=",
                "",
                " a",
                "a: b",
                "a #b",
                "- a",
                "a\tb",
                "\u00a0",
                "\ud83d\ude00\u200b",
                "\"\\")) {
            model.put("k" + index++, text);
        }

        assertThat(writer.toYaml(model)).isEqualTo("""
                        k10: "no"
                        k11: "0400"
                        k12: "1e3"
                        k13: "12:30"
                        k14: "2024-01-01"
                        k15: "0x1F"
                        k16: "12_34"
                        k17: "~"
                        k18: "="
                        k19: ""
                        k20: " a"
                        k21: "a: b"
                        k22: "a #b"
                        k23: "- a"
                        k24: "a\\tb"
                        k25: "\\u00A0"
                        k26: "😀\\u200B"
                        k27: "\\"\\\\"
                        """);
    }

    @Test
    void a_text_that_every_reader_takes_for_a_text_is_plain() {
        Map<String, Object> model = new LinkedHashMap<>();
        int index = 10;
        for (String text : List.of(
                "postgres:17",
                "/var/lib/data",
                "1Gi",
                "250m",
                "25%",
                "-c",
                "--config=a",
                "$(POD_NAME)",
                "key = value",
                "http://a/b#c",
                "it's",
                "10.0.0.0/8",
                "Zürich",
                "chown -R 999:999 /data",
                ".env",
                "<none>")) {
            model.put("k" + index++, text);
        }

        assertThat(writer.toYaml(model)).isEqualTo("""
                        k10: postgres:17
                        k11: /var/lib/data
                        k12: 1Gi
                        k13: 250m
                        k14: 25%
                        k15: -c
                        k16: --config=a
                        k17: $(POD_NAME)
                        k18: key = value
                        k19: http://a/b#c
                        k20: it's
                        k21: 10.0.0.0/8
                        k22: Zürich
                        k23: chown -R 999:999 /data
                        k24: .env
                        k25: <none>
                        """);
    }

    @Test
    void numbers_are_written_as_people_write_them() {
        List<Object> numbers = List.of(
                0,
                -1,
                1_000_000_000,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                new BigInteger("123456789012345678901234567890"),
                1.0,
                0.1,
                -2.5,
                1e10,
                1e-3,
                2e-3,
                1e300,
                1.5e-20,
                new BigDecimal("1.50"),
                new BigDecimal("1E+3"),
                new BigDecimal("0.00012"),
                0.1f);

        assertThat(writer.toYaml(numbers)).isEqualTo("""
                        - 0
                        - -1
                        - 1000000000
                        - -9223372036854775808
                        - 9223372036854775807
                        - 123456789012345678901234567890
                        - 1.0
                        - 0.1
                        - -2.5
                        - 10000000000.0
                        - 0.001
                        - 0.002
                        - 1.0e+300
                        - 0.000000000000000000015
                        - 1.50
                        - 1000
                        - 0.00012
                        - 0.1
                        """);
    }

    @Test
    void an_object_of_an_unknown_kind_has_the_general_order_and_keeps_what_is_empty() {
        var object = new GenericKubernetesResource();
        object.setApiVersion("example.com/v1");
        object.setKind("Cluster");
        object.setAdditionalProperty("status", Map.of());
        object.setAdditionalProperty(
                "spec", Map.of("zone", "a", "name", "b", "list", List.of(List.of(1, 2), List.of())));

        assertThat(writer.toYaml(object)).isEqualTo("""
                        apiVersion: example.com/v1
                        kind: Cluster
                        spec:
                          name: b
                          list:
                          - - 1
                            - 2
                          - []
                          zone: a
                        status: {}
                        """);
    }

    @Test
    void maps_stand_in_the_order_of_their_keys_however_they_were_filled() {
        Map<String, String> up = new LinkedHashMap<>();
        Map<String, String> down = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            up.put("k" + i, "v");
            down.put("k" + (99 - i), "v");
        }

        assertThat(writer.toYaml(up)).isEqualTo(writer.toYaml(down)).isEqualTo(writer.toYaml(new HashMap<>(down)));
    }

    @Test
    void a_key_longer_than_a_simple_key_may_be_still_reads_back() {
        Map<String, Object> model = Map.of("k".repeat(2000), Map.of("a", List.of("b")), "z: ".repeat(1000), "v");

        byte[] yaml = writer.toBytes(model);

        assertThat(YamlReaders.jackson(yaml)).isEqualTo(model);
        assertThat(YamlReaders.engineCore(yaml)).isEqualTo(model);
    }

    @Test
    void a_text_of_a_megabyte_reads_back() {
        String lines = "  some = text # of a file\n\n\tx\n".repeat(40_000);
        String line = "word ".repeat(200_000) + "\r";
        Map<String, Object> model = Map.of("lines", lines, "line", line);

        byte[] yaml = writer.toBytes(model);

        assertThat(YamlReaders.jackson(yaml)).isEqualTo(model);
        assertThat(YamlReaders.engineCore(yaml)).isEqualTo(model);
    }

    @Test
    void a_hundred_levels_of_nesting_read_back() {
        Object model = "the innermost\n  line";
        for (int level = 0; level < 50; level++) {
            model = Arrays.asList(Map.of("level", model), null);
        }

        byte[] yaml = writer.toBytes(Map.of("outermost", model));

        assertThat(YamlReaders.jackson(yaml)).isEqualTo(Map.of("outermost", model));
        assertThat(YamlReaders.engineCore(yaml)).isEqualTo(Map.of("outermost", model));
    }

    @Test
    void half_a_character_is_refused_with_its_field() {
        var config = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("app")
                .endMetadata()
                .addToData("a.conf", "x\ud83d")
                .build();

        assertThatThrownBy(() -> writer.toYaml(config))
                .isInstanceOf(RenderException.class)
                .hasMessage(
                        "ConfigMap \"app\": data.a.conf: Invalid value: character 1 is U+D83D, half of a surrogate pair,"
                                + " which no YAML can hold: give a whole character, or encode bytes as base64");
    }

    @Test
    void an_object_that_holds_itself_is_refused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatThrownBy(() -> writer.toYaml(list))
                .isInstanceOf(RenderException.class)
                .hasMessageEndingWith("the object is nested more than 500 levels deep: does it hold itself?");
    }

    @Test
    void a_field_that_is_given_twice_is_refused() {
        var config = new ConfigMapBuilder()
                .addToAdditionalProperties("data", Map.of())
                .build();

        assertThatThrownBy(() -> writer.toYaml(config))
                .isInstanceOf(RenderException.class)
                .hasMessage(
                        "data: Invalid value: it is given twice, as a field of its class and as an additional property:"
                                + " keep one");
    }

    @Test
    void a_writer_that_has_refused_an_object_writes_the_next_one() {
        assertThatThrownBy(() -> writer.toYaml(Map.of("a", List.of("\udc00")))).isInstanceOf(RenderException.class);

        assertThat(writer.toYaml(Map.of("a", List.of("b")))).isEqualTo("a:\n- b\n");
    }
}
