package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.network.ServiceType;
import dev.berth.network.TrafficPolicy;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.StatefulSet;
import org.junit.jupiter.api.Test;

class ServicesTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final Port gossip = Port.udp("gossip", 7946);
    private final StatefulSet postgres = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless").publishNotReadyAddresses())
            .replicas(3)
            .container(Container.named("postgres")
                    .image("postgres:17")
                    .addPorts(sql, gossip)
                    .build())
            .build();

    @Test
    void a_service_has_the_selector_and_the_ports_of_its_workload() {
        var service = Service.named("postgres").selecting(postgres).build();
        assertThat(Yaml.of(service)).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: postgres
                spec:
                  selector:
                    app: postgres
                  ports:
                  - name: postgres
                    port: 5432
                    targetPort: postgres
                  - name: gossip
                    protocol: UDP
                    port: 7946
                    targetPort: gossip
                """);
    }

    @Test
    void a_service_can_expose_some_ports_under_other_numbers() {
        var service = Service.named("postgres-public")
                .selecting(postgres)
                .type(ServiceType.loadBalancer()
                        .loadBalancerClass("service.k8s.aws/nlb")
                        .loadBalancerSourceRange("10.0.0.0/8")
                        .externalTrafficPolicy(TrafficPolicy.LOCAL)
                        .withoutNodePorts())
                .addPort(sql)
                .putPortNumber(sql, 15432)
                .putAnnotation("example.com/internal", "true")
                .build();
        assertThat(Yaml.of(service)).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: postgres-public
                  annotations:
                    example.com/internal: "true"
                spec:
                  type: LoadBalancer
                  externalTrafficPolicy: Local
                  loadBalancerClass: service.k8s.aws/nlb
                  loadBalancerSourceRanges:
                  - 10.0.0.0/8
                  allocateLoadBalancerNodePorts: false
                  selector:
                    app: postgres
                  ports:
                  - name: postgres
                    port: 15432
                    targetPort: postgres
                """);
    }

    @Test
    void a_headless_service_gives_each_pod_a_dns_name() {
        assertThat(Yaml.of(postgres.headlessService())).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: postgres-headless
                spec:
                  clusterIP: None
                  publishNotReadyAddresses: true
                  selector:
                    app: postgres
                  ports:
                  - name: postgres
                    port: 5432
                    targetPort: postgres
                  - name: gossip
                    protocol: UDP
                    port: 7946
                    targetPort: gossip
                """);
    }

    @Test
    void a_port_that_no_container_opens_cannot_be_exposed() {
        assertRefused(
                () -> Service.named("s")
                        .selecting(postgres)
                        .addPort(Port.tcp("http", 80))
                        .build(),
                "Service \"s\": spec.ports: Invalid value: \"http\": must be a port that a container of \"postgres\""
                        + " opens");
        assertRefused(
                () -> Service.named("s")
                        .selecting(Deployment.named("d")
                                .replicas(1)
                                .container(Container.named("c").image("c:1").build())
                                .build())
                        .build(),
                "Service \"s\": spec.ports: Required value: no container of \"d\" opens a port: add one with addPort");
        assertRefused(
                () -> Service.named("s")
                        .selecting(postgres)
                        .putPortNumber(sql, 0)
                        .build(),
                "Service \"s\": port \"postgres\": Invalid value: 0: must be between 1 and 65535, inclusive");
    }

    @Test
    void a_service_name_is_one_that_every_server_accepts() {
        assertRefused(
                () -> Service.named("0db"),
                "Service: metadata.name: Invalid value: \"0db\": must be lower case letters, digits or '-', start with a"
                        + " letter, and end with a letter or digit");
        assertRefused(
                () -> HeadlessService.named("a.b"),
                "HeadlessService: metadata.name: Invalid value: \"a.b\": must be lower case letters, digits or '-', start"
                        + " with a letter, and end with a letter or digit");
    }

    @Test
    void an_existing_service_is_not_rendered() {
        StatefulSet set = StatefulSet.named("db")
                .service(HeadlessService.existing("db"))
                .replicas(1)
                .container(Container.named("c").image("c:1").build())
                .build();
        assertRefused(
                set::headlessService, "StatefulSet \"db\" has the existing Service \"db\": there is none to render");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    @Test
    void a_headless_service_supports_everything_that_a_service_does() {
        var customized = postgres.withService(
                HeadlessService.named("postgres-headless").customize(service -> service.plusPort(gossip)
                        .plusLabel("team", "storage")
                        .plusAnnotation("example.com/owner", "storage-team")
                        .withComment("For the servers only.")));

        assertThat(Yaml.of(customized.headlessService())).isEqualTo("""
                # For the servers only.
                apiVersion: v1
                kind: Service
                metadata:
                  name: postgres-headless
                  labels:
                    team: storage
                  annotations:
                    example.com/owner: storage-team
                spec:
                  clusterIP: None
                  selector:
                    app: postgres
                  ports:
                  - name: gossip
                    protocol: UDP
                    port: 7946
                    targetPort: gossip
                """);
        assertThat(Yaml.of(postgres.headlessService().plusPort(sql).plusPortNumber(sql, 15432)))
                .as("after it is declared")
                .contains("    port: 15432\n");
    }

    @Test
    void a_headless_service_has_no_other_type() {
        assertThatThrownBy(() -> postgres.headlessService().withType(ServiceType.nodePort()))
                .hasMessage("Service \"postgres-headless\": spec.type: Invalid value: \"NodePort\": must be ClusterIP,"
                        + " because it is headless");
    }
}
