package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.RawManifest;
import dev.berth.network.HeadlessService;
import dev.berth.value.Bytes;
import dev.berth.value.Port;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.StatefulSet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import org.junit.jupiter.api.Test;

/** The fields that the API server fills in inside lists that are applied as a whole. */
class ServerFieldsTest {
    private final StatefulSet set = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless"))
            .replicas(1)
            .container(Container.named("postgres")
                    .image("postgres:17")
                    .addPort(Port.tcp("sql", 5432))
                    .addMount(ClaimTemplate.named("data")
                            .accessMode(AccessMode.READ_WRITE_ONCE)
                            .storage(Bytes.gibi(1))
                            .build()
                            .at("/data"))
                    .build())
            .build();

    @Test
    void a_claim_template_has_its_mode_and_its_phase() {
        ManifestSet tree = ManifestSet.of(ManifestFile.of("postgres.yaml", set)).withServerFieldsInLists();

        assertThat(Yaml.of(tree.manifestFiles().get(0), set)).endsWith("""
                  volumeClaimTemplates:
                  - apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata:
                      name: data
                    spec:
                      accessModes:
                      - ReadWriteOnce
                      volumeMode: Filesystem
                      resources:
                        requests:
                          storage: 1Gi
                    status:
                      phase: Pending
                """);
    }

    @Test
    void off_by_default() {
        assertThat(Yaml.of(ManifestFile.of("postgres.yaml", set), set)).doesNotContain("volumeMode", "status", "phase");
    }

    @Test
    void what_the_author_states_stays() {
        HasMetadata pod = new PodBuilder()
                .withNewMetadata()
                .withName("reader")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("reader")
                .withImage("busybox:1.37")
                .addNewEnv()
                .withName("NAME")
                .withNewValueFrom()
                .withNewFieldRef("v2", "metadata.name")
                .endValueFrom()
                .endEnv()
                .addNewEnv()
                .withName("NODE")
                .withNewValueFrom()
                .withNewFieldRef(null, "spec.nodeName")
                .endValueFrom()
                .endEnv()
                .endContainer()
                .addNewVolume()
                .withName("all")
                .withNewProjected()
                .addNewSource()
                .withNewServiceAccountToken()
                .withPath("token")
                .endServiceAccountToken()
                .endSource()
                .addNewSource()
                .withNewServiceAccountToken()
                .withExpirationSeconds(600L)
                .withPath("short")
                .endServiceAccountToken()
                .endSource()
                .addNewSource()
                .withNewDownwardAPI()
                .addNewItem()
                .withPath("labels")
                .withNewFieldRef(null, "metadata.labels")
                .endItem()
                .endDownwardAPI()
                .endSource()
                .endProjected()
                .endVolume()
                .endSpec()
                .build();

        assertThat(rendered(pod)).endsWith("""
                    env:
                    - name: NAME
                      valueFrom:
                        fieldRef:
                          apiVersion: v2
                          fieldPath: metadata.name
                    - name: NODE
                      valueFrom:
                        fieldRef:
                          apiVersion: v1
                          fieldPath: spec.nodeName
                  volumes:
                  - name: all
                    projected:
                      sources:
                      - serviceAccountToken:
                          path: token
                          expirationSeconds: 3600
                      - serviceAccountToken:
                          path: short
                          expirationSeconds: 600
                      - downwardAPI:
                          items:
                          - path: labels
                            fieldRef:
                              apiVersion: v1
                              fieldPath: metadata.labels
                """);
    }

    @Test
    void the_ports_of_a_network_policy_have_their_protocol() {
        HasMetadata policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("postgres")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .addNewIngress()
                .addNewPort()
                .withNewPort(5432)
                .endPort()
                .endIngress()
                .addNewEgress()
                .addNewPort()
                .withProtocol("UDP")
                .withNewPort(53)
                .endPort()
                .endEgress()
                .endSpec()
                .build();

        assertThat(rendered(policy)).endsWith("""
                  ingress:
                  - ports:
                    - protocol: TCP
                      port: 5432
                  egress:
                  - ports:
                    - protocol: UDP
                      port: 53
                """);
    }

    private static String rendered(HasMetadata model) {
        RawManifest manifest = RawManifest.of(model);
        return Yaml.of(ManifestFile.of("raw.yaml", manifest).withServerFieldsInLists(), manifest);
    }
}
