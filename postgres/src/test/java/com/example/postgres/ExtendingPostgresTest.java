package com.example.postgres;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.Secret;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresSetting;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.value.FileMode;
import dev.berth.value.Port;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.workload.Affinity;
import dev.berth.workload.Container;
import dev.berth.workload.PodAffinityTerm;
import dev.berth.workload.Resources;
import dev.berth.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each extension of the recipe is one expression, and changes nothing else in any of its objects. */
class ExtendingPostgresTest {

    private final Postgres postgres = Postgres.named("orders")
            .image(PostgresImage.of("postgres:17.5"))
            .database("orders")
            .user("orders")
            .password(Password.key(Secret.existing("orders-credentials"), "password"))
            .storage(gibi(10))
            .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
            .build();
    private final Container exporter = Container.named("exporter")
            .image("quay.io/prometheuscommunity/postgres-exporter:v0.17.1")
            .addPort(Port.tcp("metrics", 9187))
            .build();
    private final SecretVolume certificate = SecretVolume.named("tls")
            .secret(Secret.existing("orders-tls"))
            .defaultMode(FileMode.of("0400"))
            .build();

    @Test
    void an_exporter_is_added_to_the_pods_and_its_port_to_the_services_and_the_policy() {
        Postgres extended = postgres.plusCustomize(set -> set.plusContainer(exporter));

        assertThat(added(extended)).isEqualTo("""
                  - name: metrics
                    port: 9187
                    targetPort: metrics
                  - name: metrics
                    port: 9187
                    targetPort: metrics
                      - name: exporter
                        image: quay.io/prometheuscommunity/postgres-exporter:v0.17.1
                        ports:
                        - name: metrics
                          containerPort: 9187
                    - protocol: TCP
                      port: 9187
                """);
    }

    @Test
    void tls_files_are_mounted_and_the_data_volume_stays() {
        Postgres extended = postgres.plusCustomize(set -> set.withContainer(
                server -> server.plusMount(certificate.at("/tls").readOnly())));

        assertThat(added(extended)).isEqualTo("""
                        - name: tls
                          mountPath: /tls
                          readOnly: true
                      - name: tls
                        secret:
                          secretName: orders-tls
                          defaultMode: 256 # 0400
                """);
    }

    @Test
    void affinity_is_added() {
        Postgres extended = postgres.plusCustomize(set -> set.withAffinity(Affinity.rules()
                .addRequiredPodAntiAffinity(PodAffinityTerm.ownPerNode())
                .build()));

        assertThat(added(extended)).isEqualTo("""
                      affinity:
                        podAntiAffinity:
                          requiredDuringSchedulingIgnoredDuringExecution:
                          - topologyKey: kubernetes.io/hostname
                            labelSelector:
                              matchLabels:
                                app: orders
                """);
    }

    @Test
    void a_label_is_added_to_the_pods_and_not_to_the_selector() {
        Postgres extended = postgres.plusCustomize(set -> set.plusPodLabel("team", "storage"));

        assertThat(added(extended)).isEqualTo("        team: storage\n");
    }

    @Test
    void a_setting_is_added_to_the_configuration_file() {
        assertThat(added(postgres.plusSetting(PostgresSetting.maxConnections(200))))
                .isEqualTo("    max_connections = 200\n");
    }

    @Test
    void several_extensions_are_applied_one_after_the_other() {
        Postgres extended = postgres.plusCustomize(set -> set.plusContainer(exporter))
                .plusCustomize(set -> set.plusPodLabel("team", "storage"));

        assertThat(added(extended)).contains("      - name: exporter\n", "        team: storage\n");
    }

    /** The lines that the extension adds to the YAML of the recipe. It removes none and changes none. */
    private String added(Postgres extended) {
        List<String> before = yaml(postgres);
        StringBuilder more = new StringBuilder();
        int next = 0;
        for (String line : yaml(extended)) {
            if (next < before.size() && before.get(next).equals(line)) {
                next++;
            } else {
                more.append(line).append('\n');
            }
        }
        assertThat(next).as("lines that are still there, of %s", before).isEqualTo(before.size());
        return more.toString();
    }

    private static List<String> yaml(Postgres postgres) {
        return postgres.manifests().stream()
                .flatMap(manifest -> new YamlWriter()
                        .toYaml(manifest.toModel(), manifest.comments())
                        .lines())
                .toList();
    }
}
