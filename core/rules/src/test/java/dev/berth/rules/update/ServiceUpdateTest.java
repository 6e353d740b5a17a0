package dev.berth.rules.update;

import static dev.berth.rules.update.UpdateAnswer.toUpdate;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceUpdateTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: s}
            spec: {clusterIP: %s, ports: [{port: 80}], ipFamilies: [%s]}
            """;

    @Test
    void a_headless_service_may_change_its_families() {
        assertThat(toUpdate(SERVICE.formatted("None", "IPv4"), SERVICE.formatted("None", "IPv6")))
                .isEmpty();
        assertThat(toUpdate(SERVICE.formatted("None", "IPv6"), SERVICE.formatted("''", "IPv4")))
                .isEmpty();
    }

    @Test
    void the_ip_family_of_a_service_with_an_address_cannot_change() {
        assertThat(toUpdate(SERVICE.formatted("''", "IPv4"), SERVICE.formatted("''", "IPv6")))
                .contains("service-ip-family FieldValueInvalid spec.ipFamilies[0]");
    }

    private static final String BALANCED = """
            apiVersion: v1
            kind: Service
            metadata: {name: s}
            spec:
              type: LoadBalancer
              externalTrafficPolicy: Local
              healthCheckNodePort: 30010
              allocateLoadBalancerNodePorts: true
              loadBalancerClass: example.com/lb
              ports: [{name: a, port: 80, nodePort: 30001}]
            """;

    @Test
    void a_service_that_changes_its_type_loses_the_fields_of_the_old_type() {
        assertThat(toUpdate(BALANCED, BALANCED.replace("type: LoadBalancer", "type: ClusterIP")))
                .isEmpty();
        assertThat(toUpdate(BALANCED, BALANCED.replace("type: LoadBalancer", "type: NodePort")))
                .isEmpty();
        String plain = "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: %s, ports: [{port: 80}]}}";
        assertThat(toUpdate(plain.formatted("LoadBalancer"), plain.formatted("ClusterIP")))
                .isEmpty();
    }

    @Test
    void a_service_that_changes_its_type_cannot_change_fields_of_the_old_type() {
        String plain = BALANCED.replace("type: LoadBalancer", "type: ClusterIP");
        assertThat(toUpdate(BALANCED, plain.replace("30001", "30002")))
                .containsExactly("node-port-of-cluster-ip FieldValueForbidden spec.ports[0].nodePort");
        assertThat(toUpdate(BALANCED, plain.replace("example.com/lb", "example.com/other")))
                .containsExactly("load-balancer-only FieldValueForbidden spec.loadBalancerClass");
    }

    @Test
    void a_headless_service_may_change_to_external_name() {
        assertThat(toUpdate(
                        SERVICE.formatted("None", "IPv4"),
                        SERVICE.formatted("None", "IPv4")
                                .replace("spec: {", "spec: {type: ExternalName, externalName: a.b, ")))
                .isEmpty();
    }
}
