package dev.berth.rules.network;

import dev.berth.cluster.NodePortRange;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {
    private static String service(String spec) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: s}
                spec: {%s}
                """.formatted(spec);
    }

    private static Expectation policy(String ingress) {
        return Expectation.of("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p}
                spec:
                  podSelector: {}
                  ingress:
                """ + ingress.indent(2));
    }

    @Test
    void a_service_must_have_ports_unless_it_is_headless() {
        Expectation.of(service("selector: {app: a}")).finds("service-ports FieldValueRequired spec.ports");
        Expectation.of(service("clusterIP: None")).isAccepted();
    }

    @Test
    void several_ports_must_have_unique_names_and_numbers() {
        Expectation.of(service("ports: [{port: 80}, {port: 80, name: b}, {port: 70000, name: c}]"))
                .finds(
                        "service-port-name FieldValueRequired spec.ports[0].name",
                        "service-port-twice FieldValueDuplicate spec.ports[1]",
                        "port-number FieldValueInvalid spec.ports[2].port",
                        "port-number FieldValueInvalid spec.ports[2].targetPort");
    }

    @Test
    void a_headless_service_must_have_type_cluster_ip() {
        Expectation.of(service("type: NodePort, clusterIP: None, ports: [{port: 80}]"))
                .finds("headless-type FieldValueInvalid spec.clusterIPs[0]");
        Expectation.of(service("clusterIP: none, ports: [{port: 80}]"))
                .finds("cluster-ip FieldValueInvalid spec.clusterIPs[0]");
    }

    @Test
    void fields_of_load_balancers_are_refused_for_other_types() {
        Expectation.of(service("ports: [{port: 80, nodePort: 30080}], externalTrafficPolicy: Local,"
                        + " loadBalancerClass: a.b/c, loadBalancerSourceRanges: [10.0.0.0/8]"))
                .finds(
                        "node-port-of-cluster-ip FieldValueForbidden spec.ports[0].nodePort",
                        "external-traffic-policy FieldValueInvalid spec.externalTrafficPolicy",
                        "load-balancer-only FieldValueForbidden spec.loadBalancerClass",
                        "load-balancer-source-ranges FieldValueForbidden spec.LoadBalancerSourceRanges");
    }

    @Test
    void an_external_address_must_be_reachable_from_outside() {
        Expectation.of(service("ports: [{port: 80}], externalIPs: [127.0.0.1, 203.000.113.7]"))
                .finds(
                        "external-ip FieldValueInvalid spec.externalIPs[0]",
                        "external-ip FieldValueInvalid spec.externalIPs[1]");
    }

    @Test
    void a_node_port_must_be_within_the_range_of_the_cluster_if_it_is_known() {
        String nodePort = service("type: NodePort, ports: [{port: 80, nodePort: 80}]");
        Expectation.of(nodePort).isAccepted();
        Expectation.of(nodePort, ClusterFacts.defaults().withNodePorts(NodePortRange.DEFAULT))
                .finds("node-port-range FieldValueInvalid spec.ports[0].nodePort");
    }

    @Test
    void an_ip_family_must_be_one_of_the_cluster() {
        Expectation.of(service("ports: [{port: 80}], ipFamilies: [IPv6]"))
                .finds("ip-family-configured FieldValueInvalid spec.ipFamilies[0]");
    }

    @Test
    void a_peer_is_a_selector_or_an_ip_block() {
        policy("- from: [{}]").finds("policy-peer FieldValueRequired spec.ingress[0].from[0]");
        policy("- from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]")
                .finds("policy-peer FieldValueForbidden spec.ingress[0].from[0]");
        policy("- {}").isAccepted();
    }

    @Test
    void an_ip_block_has_no_bits_beyond_its_prefix_and_contains_its_exceptions() {
        policy("- from: [{ipBlock: {cidr: 10.0.0.1/8}}]")
                .finds("policy-cidr FieldValueInvalid spec.ingress[0].from[0].ipBlock.cidr");
        policy("- from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8, 10.1.0.0/16]}}]")
                .finds("policy-except FieldValueInvalid spec.ingress[0].from[0].ipBlock.except[0]");
    }

    @Test
    void an_end_port_requires_a_numeric_port() {
        policy("- ports: [{endPort: 90}, {port: http, endPort: 90}, {port: 91, endPort: 90}]")
                .finds(
                        "policy-end-port FieldValueInvalid spec.ingress[0].ports[0].endPort",
                        "policy-end-port FieldValueInvalid spec.ingress[0].ports[1].endPort",
                        "policy-end-port FieldValueInvalid spec.ingress[0].ports[2].endPort");
    }

    @Test
    void two_ip_families_require_a_dual_stack_policy() {
        Expectation.of(service("ipFamilies: [IPv4, IPv6], selector: {a: b}, ports: [{port: 80}]"))
                .finds("ip-family-policy FieldValueInvalid spec.ipFamilyPolicy");
        Expectation.of(service("clusterIP: None, ipFamilies: [IPv4, IPv6]")).isAccepted();
    }

    @Test
    void ports_with_the_same_number_share_a_node_port_and_others_do_not() {
        String udp = "{name: u, port: 53, protocol: UDP, nodePort: 30053}";
        Expectation.of(service("type: NodePort, ports: [{name: t, port: 53, nodePort: 30053}, " + udp + "]"))
                .isAccepted();
        Expectation.of(service("type: NodePort, ports: [{name: t, port: 54, nodePort: 30053}, " + udp + "]"))
                .finds("node-port-range FieldValueInvalid spec.ports[1].nodePort");
    }

    @Test
    void the_server_stops_at_the_first_node_port_that_it_cannot_assign() {
        String ports = "type: NodePort, ports: [{name: a, port: 80, nodePort: 80}, {name: b, port: 81, nodePort: 81}]";
        Expectation.of(service(ports), ClusterFacts.defaults().withNodePorts(NodePortRange.DEFAULT))
                .finds("node-port-range FieldValueInvalid spec.ports[0].nodePort");
    }
}
