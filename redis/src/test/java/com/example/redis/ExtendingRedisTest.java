package com.example.redis;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.Secret;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.redis.EvictionPolicy;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisSetting;
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
class ExtendingRedisTest {

    private final Redis redis = Redis.named("orders")
            .image(RedisImage.of("redis:7.4.2"))
            .password(Password.key(Secret.existing("orders-credentials"), "password"))
            .storage(gibi(10))
            .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
            .build();
    private final Container exporter = Container.named("exporter")
            .image("oliver006/redis_exporter:v1.67.0")
            .addPort(Port.tcp("metrics", 9121))
            .build();
    private final SecretVolume certificate = SecretVolume.named("tls")
            .secret(Secret.existing("orders-tls"))
            .defaultMode(FileMode.of("0400"))
            .build();

    @Test
    void an_exporter_is_added_to_the_pods_and_its_port_to_the_services_and_the_policy() {
        Redis extended = redis.plusCustomize(set -> set.plusContainer(exporter));

        assertThat(added(extended)).isEqualTo("""
                  - name: metrics
                    port: 9121
                    targetPort: metrics
                  - name: metrics
                    port: 9121
                    targetPort: metrics
                      - name: exporter
                        image: oliver006/redis_exporter:v1.67.0
                        ports:
                        - name: metrics
                          containerPort: 9121
                    - protocol: TCP
                      port: 9121
                """);
    }

    @Test
    void tls_files_are_mounted_and_the_data_volume_stays() {
        Redis extended = redis.plusCustomize(set -> set.withContainer(
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
        Redis extended = redis.plusCustomize(set -> set.withAffinity(Affinity.rules()
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
        Redis extended = redis.plusCustomize(set -> set.plusPodLabel("team", "storage"));

        assertThat(added(extended)).isEqualTo("        team: storage\n");
    }

    @Test
    void a_setting_is_added_to_the_configuration_file() {
        assertThat(added(redis.plusSetting(RedisSetting.evictionPolicy(EvictionPolicy.ALL_KEYS_LRU))))
                .isEqualTo("    maxmemory-policy allkeys-lru\n");
    }

    @Test
    void several_extensions_are_applied_one_after_the_other() {
        Redis extended = redis.plusCustomize(set -> set.plusContainer(exporter))
                .plusCustomize(set -> set.plusPodLabel("team", "storage"));

        assertThat(added(extended)).contains("      - name: exporter\n", "        team: storage\n");
    }

    /** The lines that the extension adds to the YAML of the recipe. It removes none and changes none. */
    private String added(Redis extended) {
        List<String> before = yaml(redis);
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

    private static List<String> yaml(Redis redis) {
        return redis.manifests().stream()
                .flatMap(manifest -> new YamlWriter()
                        .toYaml(manifest.toModel(), manifest.comments())
                        .lines())
                .toList();
    }
}
