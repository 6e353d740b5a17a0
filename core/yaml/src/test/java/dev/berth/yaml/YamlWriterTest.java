package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form of objects in the YAML that people read. */
class YamlWriterTest {

    private final YamlWriter writer = new YamlWriter();

    @Test
    void keys_are_in_the_usual_order_and_sequences_are_under_their_key() {
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
    void explicitly_empty_fields_stay_empty_and_absent_fields_stay_absent() {
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
    void file_modes_are_decimal_with_the_octal_form_in_a_comment() {
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
    void a_port_stays_a_number_or_a_name() {
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
    void an_object_of_an_unknown_kind_has_the_general_order_and_keeps_empty_fields() {
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
    void maps_are_sorted_by_key_however_they_were_filled() {
        Map<String, String> up = new LinkedHashMap<>();
        Map<String, String> down = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            up.put("k" + i, "v");
            down.put("k" + (99 - i), "v");
        }

        assertThat(writer.toYaml(up)).isEqualTo(writer.toYaml(down)).isEqualTo(writer.toYaml(new HashMap<>(down)));
    }

    @Test
    void a_key_that_is_too_long_for_a_simple_key_reads_back() {
        Map<String, Object> model = Map.of("k".repeat(2000), Map.of("a", List.of("b")), "z: ".repeat(1000), "v");

        byte[] yaml = writer.toBytes(model);

        assertThat(YamlReaders.jackson(yaml)).isEqualTo(model);
        assertThat(YamlReaders.engineCore(yaml)).isEqualTo(model);
    }

    @Test
    void a_string_of_a_megabyte_reads_back() {
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
}
