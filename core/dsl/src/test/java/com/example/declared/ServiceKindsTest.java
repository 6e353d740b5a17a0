package com.example.declared;

import static dev.berth.workload.JobFields.RestartPolicy.NEVER;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.network.ExternalNameService;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.network.ServiceType;
import dev.berth.network.SessionAffinity;
import dev.berth.network.TrafficPolicy;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.Job;
import dev.berth.workload.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Services that are reachable from outside, that select several workloads, or a single pod each. */
class ServiceKindsTest {

    private final Port client = Port.tcp("client", 9092);
    private final Port metrics = Port.tcp("metrics", 9404);
    private final Container broker = Container.named("kafka")
            .image("apache/kafka:4.1.1")
            .addPorts(client, metrics)
            .build();
    private final StatefulSet kafka = StatefulSet.named("kafka")
            .service(HeadlessService.named("kafka-headless"))
            .replicas(2)
            .container(broker)
            .build();
    private final Deployment blue = web("web-blue");
    private final Deployment green = web("web-green");

    private Deployment web(String name) {
        return Deployment.named(name)
                .replicas(2)
                .container(Container.named("web")
                        .image("nginx:1.29")
                        .addPorts(Port.tcp("http", 8080), Port.tcp(name, 9000))
                        .build())
                .putPodLabel("tier", "web")
                .build();
    }

    @Test
    void a_service_has_a_port_on_every_node() {
        var service = Service.named("kafka")
                .selecting(kafka)
                .type(ServiceType.nodePort().nodePort(client, 30092).externalTrafficPolicy(TrafficPolicy.LOCAL))
                .addPort(client)
                .sessionAffinity(SessionAffinity.clientIp(ofMinutes(10)))
                .internalTrafficPolicy(TrafficPolicy.LOCAL)
                .build();
        assertThat(Yaml.of(service)).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: kafka
                spec:
                  type: NodePort
                  externalTrafficPolicy: Local
                  internalTrafficPolicy: Local
                  sessionAffinity: ClientIP
                  sessionAffinityConfig:
                    clientIP:
                      timeoutSeconds: 600
                  selector:
                    app: kafka
                  ports:
                  - name: client
                    port: 9092
                    targetPort: client
                    nodePort: 30092
                """);
        assertThat(Yaml.of(service.withType(ServiceType.clusterIp()).withSessionAffinity(SessionAffinity.clientIp())))
                .contains("  type: ClusterIP\n", "  sessionAffinity: ClientIP\n  selector:\n")
                .doesNotContain("nodePort", "externalTrafficPolicy");
    }

    @Test
    void a_service_selects_several_workloads_by_the_labels_that_their_pods_share() {
        var web = Service.named("web").selecting(blue).addWorkload(green).build();
        assertThat(Yaml.of(web)).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                spec:
                  selector:
                    tier: web
                  ports:
                  - name: http
                    port: 8080
                    targetPort: http
                """);
    }

    @Test
    void each_pod_of_a_stateful_set_has_a_service_of_its_own() {
        List<Service> brokers = Service.named("kafka-external")
                .selecting(kafka)
                .type(ServiceType.loadBalancer().nodePort(client, 30092))
                .addPort(client)
                .build()
                .perPod();
        assertThat(brokers).extracting(Service::name).containsExactly("kafka-external-0", "kafka-external-1");
        assertThat(Yaml.of(brokers.get(1))).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: kafka-external-1
                spec:
                  type: LoadBalancer
                  selector:
                    app: kafka
                    statefulset.kubernetes.io/pod-name: kafka-1
                  ports:
                  - name: client
                    port: 9092
                    targetPort: client
                    nodePort: 30093
                """);
    }

    @Test
    void a_server_outside_the_cluster_has_a_name_within_it() {
        var orders = ExternalNameService.named("orders")
                .externalName("orders.example.com")
                .build();
        assertThat(Yaml.of(orders)).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: orders
                spec:
                  type: ExternalName
                  externalName: orders.example.com
                """);
        assertThat(orders.address()).hasToString("orders");
        assertThat(Yaml.of(orders.withExternalName("orders.example.com.")
                        .withCustomize(model ->
                                model.editSpec().withSessionAffinity("None").endSpec())))
                .contains("externalName: orders.example.com.\n", "sessionAffinity: None\n");
        assertRefused(
                () -> ExternalNameService.named("orders").externalName("Orders").build(),
                "Service \"orders\": spec.externalName: Invalid value: \"Orders\": must be lower case letters, digits, '-'"
                        + " or '.', and start and end with a letter or digit");
    }

    @Test
    void workloads_that_share_nothing_cannot_share_a_service() {
        assertRefused(
                () -> Service.named("s").selecting(blue).addWorkload(kafka).build(),
                "Service \"s\": spec.selector: Required value: the pods of \"web-blue\" and \"kafka\" share no label: add"
                        + " one with putPodLabel to each of them");
        assertRefused(
                () -> Service.named("s")
                        .selecting(blue)
                        .addWorkload(kafka.plusPodLabel("tier", "web"))
                        .build(),
                "Service \"s\": spec.ports: Required value: no port is opened by each of \"web-blue\" and \"kafka\": add"
                        + " the same port to them");
        assertRefused(
                () -> Service.named("s")
                        .selecting(blue)
                        .addWorkload(green)
                        .addPort(Port.tcp("web-blue", 9000))
                        .build(),
                "Service \"s\": spec.ports: Invalid value: \"web-blue\": must be a port that a container of \"web-green\""
                        + " opens");
    }

    @Test
    void only_the_pods_of_one_stateful_set_have_a_service_each() {
        assertRefused(
                () -> Service.named("s").selecting(blue).build().perPod(),
                "Service \"s\": perPod: Invalid value: \"web-blue\": must be left out: only a StatefulSet has pods with"
                        + " ordinals, and \"web-blue\" has none");
        assertRefused(
                () -> Service.named("s")
                        .selecting(blue)
                        .addWorkload(green)
                        .onlyPod(0)
                        .build(),
                "Service \"s\": onlyPod: Invalid value: 0: must be left out: the Service selects several workloads:"
                        + " \"web-blue\" and \"web-green\"");
        assertRefused(
                () -> Service.named("s")
                        .selecting(kafka)
                        .type(ServiceType.nodePort().nodePort(client, 30092).nodePort(metrics, 30093))
                        .build()
                        .perPod(),
                "Service \"s-1\": nodePort \"client\": Invalid value: 30093: must be unique: \"s-0\" has it, because the"
                        + " ordinal is added to each node port");
    }

    @Test
    void numbers_and_names_that_kubernetes_refuses_are_refused() {
        assertRefused(
                () -> ServiceType.nodePort().nodePort(client, 0),
                "ServiceType nodePort \"client\": Invalid value: 0: must be between 1 and 65535, inclusive");
        assertRefused(
                () -> ServiceType.nodePort().nodePort(client, 30092).nodePort(client, 30093),
                "ServiceType nodePort \"client\": Invalid value: 30093: must be unique: it is already 30092");
        assertRefused(
                () -> Service.named("s")
                        .selecting(kafka)
                        .addPort(client)
                        .type(ServiceType.nodePort().nodePort(metrics, 30093))
                        .build(),
                "Service \"s\": nodePort: Invalid value: \"metrics\": must be a port that the Service exposes");
        assertRefused(
                () -> ServiceType.loadBalancer().loadBalancerClass("a b"),
                "ServiceType: loadBalancerClass: Invalid value: \"a b\": must be letters, digits, '-', '_' or '.', start"
                        + " and end with a letter or digit, and have at most 63 characters, with an optional DNS prefix"
                        + " such as example.com/");
        for (var timeout :
                List.of(ofSeconds(0), ofSeconds(-1), ofMillis(1500), ofDays(1).plusSeconds(1))) {
            assertRefused(
                    () -> SessionAffinity.clientIp(timeout),
                    "SessionAffinity timeout: Invalid value: \"" + timeout
                            + "\": must be whole seconds, from 1 s to 24 h");
        }
    }

    @Test
    void the_pods_of_a_job_share_a_service_with_others() {
        var job = Job.named("warm-up")
                .restartPolicy(NEVER)
                .container(broker)
                .putPodLabel("app", "warm-up")
                .putPodLabel("group", "brokers")
                .build();
        assertThat(Service.named("s")
                        .selecting(kafka.plusPodLabel("group", "brokers"))
                        .addWorkload(job)
                        .build()
                        .exposedPorts())
                .containsExactly(client, metrics);
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
