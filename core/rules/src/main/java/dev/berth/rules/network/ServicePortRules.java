package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.pod.PortRules;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of Service ports. */
final class ServicePortRules {
    private static final Rule NEEDED = Rule.core("service-ports", "ValidateService");
    private static final Rule NAME = Rule.core("service-port-name", "validateServicePort");
    private static final Rule NAME_TWICE = Rule.core("service-port-name-twice", "validateServicePort");
    private static final Rule PROTOCOL = Rule.core("service-port-protocol", "validateServicePort");
    private static final Rule APP_PROTOCOL = Rule.core("app-protocol", "validateServicePort");
    private static final Rule NODE_PORT = Rule.core("node-port-of-cluster-ip", "ValidateService");
    private static final Rule NODE_PORT_TWICE = Rule.core("node-port-twice", "ValidateService");
    private static final Rule PORT_TWICE = Rule.core("service-port-twice", "ValidateService");
    private static final Rule NODE_PORT_RANGE =
            new Rule("node-port-range", "initNodePorts", "pkg/registry/core/service/storage/alloc.go");

    private final ServiceSpec spec;
    private final List<ServicePort> ports;
    private final FieldPath path = FieldPath.of("spec", "ports");
    private final Findings findings;

    ServicePortRules(ServiceSpec spec, Findings findings) {
        this.spec = spec;
        this.ports = Zero.list(spec.getPorts());
        this.findings = findings;
    }

    /**
     * Checks the node ports that the server would have to assign, up to the first that it cannot: a port outside its
     * range, or one that another port of the Service has. Ports with the same number share a node port, whatever their
     * protocol.
     */
    void allocate(ClusterFacts facts) {
        Map<Integer, Integer> given = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; isReachedFromNodes() && i < ports.size(); i++) {
            int number = Zero.number(ports.get(i).getPort());
            int own = Zero.number(ports.get(i).getNodePort());
            if (own == 0 && !givesNodePorts()) {
                continue;
            }
            Integer before = given.get(number);
            int wanted = before == null ? requested(number) : own;
            if (wanted == 0 || (before != null && before == wanted)) {
                given.putIfAbsent(number, wanted);
                continue;
            }
            boolean outside =
                    facts.nodePorts().map(range -> !range.contains(wanted)).orElse(false);
            if (outside || !taken.add(wanted)) {
                String why = outside
                        ? "must be in the node port range of the cluster, "
                                + facts.nodePorts().orElseThrow()
                        : "is already used by another port";
                findings.invalid(NODE_PORT_RANGE, path.index(i).child("nodePort"), wanted, why);
                return;
            }
            given.putIfAbsent(number, wanted);
        }
    }

    private boolean isReachedFromNodes() {
        return spec.getType().equals("NodePort") || spec.getType().equals("LoadBalancer");
    }

    private boolean givesNodePorts() {
        return spec.getType().equals("NodePort") || Zero.flag(spec.getAllocateLoadBalancerNodePorts());
    }

    /** Returns the first node port that is requested for this port number; 0 if there is none. */
    private int requested(int number) {
        return ports.stream()
                .filter(port -> Zero.number(port.getPort()) == number)
                .mapToInt(port -> Zero.number(port.getNodePort()))
                .filter(nodePort -> nodePort != 0)
                .findFirst()
                .orElse(0);
    }

    void check() {
        boolean headless = Zero.list(spec.getClusterIPs()).equals(List.of("None"));
        if (ports.isEmpty() && !headless && !spec.getType().equals("ExternalName")) {
            findings.required(NEEDED, path, "must have at least one port unless the Service is headless");
        }
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        Set<String> nodePorts = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            ServicePort port = ports.get(i);
            FieldPath at = path.index(i);
            name(port, names, at.child("name"));
            PortRules.number(Zero.number(port.getPort()), at.child("port"), findings);
            findings.oneOf(PROTOCOL, at.child("protocol"), port.getProtocol(), PortRules.PROTOCOLS);
            PortRules.numberOrName(port.getTargetPort(), at.child("targetPort"), findings);
            if (port.getAppProtocol() != null) {
                Format.QUALIFIED_NAME.check(findings, APP_PROTOCOL, at.child("appProtocol"), port.getAppProtocol());
            }
            int nodePort = Zero.number(port.getNodePort());
            if (nodePort != 0) {
                if (spec.getType().equals("ClusterIP")) {
                    findings.forbidden(
                            NODE_PORT, at.child("nodePort"), "only allowed with type NodePort or LoadBalancer");
                }
                if (!nodePorts.add(port.getProtocol() + "/" + nodePort)) {
                    findings.duplicate(NODE_PORT_TWICE, at.child("nodePort"), nodePort);
                }
            }
            String number = port.getProtocol() + "/" + Zero.number(port.getPort());
            if (!numbers.add(number)) {
                findings.duplicate(PORT_TWICE, at, number);
            }
        }
    }

    private void name(ServicePort port, Set<String> names, FieldPath at) {
        String name = Zero.text(port.getName());
        if (name.isEmpty()) {
            if (ports.size() > 1) {
                findings.required(NAME, at, "must be set if there are several ports");
            }
            return;
        }
        Format.DNS_LABEL.check(findings, NAME, at, name);
        if (!names.add(name)) {
            findings.duplicate(NAME_TWICE, at, name);
        }
    }
}
