package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.pod.PortRules;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;

/** The rules of where a Service sends its traffic. */
final class TrafficRules {
    private static final List<String> POLICIES = List.of("Cluster", "Local");
    private static final List<String> DISTRIBUTIONS = List.of("PreferClose", "PreferSameNode", "PreferSameZone");

    private static final Rule EXTERNAL = Rule.core("external-traffic-policy", "validateServiceExternalTrafficPolicy");
    private static final Rule INTERNAL =
            Rule.core("internal-traffic-policy", "validateServiceInternalTrafficFieldsValue");
    private static final Rule HEALTH = Rule.core("health-check-node-port", "validateServiceExternalTrafficPolicy");
    private static final Rule DISTRIBUTION = Rule.core("traffic-distribution", "validateServiceTrafficDistribution");

    private final ServiceSpec spec;
    private final FieldPath path = FieldPath.of("spec");
    private final Findings findings;

    TrafficRules(ServiceSpec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check() {
        boolean external = spec.getType().equals("LoadBalancer")
                || spec.getType().equals("NodePort")
                || (spec.getType().equals("ClusterIP")
                        && !Zero.list(spec.getExternalIPs()).isEmpty());
        String policy = Zero.text(spec.getExternalTrafficPolicy());
        FieldPath at = path.child("externalTrafficPolicy");
        if (external) {
            if (findings.requireText(EXTERNAL, at, policy)) {
                findings.oneOf(EXTERNAL, at, policy, POLICIES);
            }
        } else if (!policy.isEmpty()) {
            findings.invalid(EXTERNAL, at, policy, "only allowed for Services that are reachable from outside");
        }
        healthCheck(policy.equals("Local") && spec.getType().equals("LoadBalancer"));
        if (spec.getInternalTrafficPolicy() != null) {
            FieldPath internal = path.child("internalTrafficPolicy");
            findings.oneOf(INTERNAL, internal, spec.getInternalTrafficPolicy(), POLICIES);
        }
        if (spec.getTrafficDistribution() != null) {
            FieldPath distribution = path.child("trafficDistribution");
            findings.oneOf(DISTRIBUTION, distribution, spec.getTrafficDistribution(), DISTRIBUTIONS);
        }
    }

    /** If a health check is needed and has no port, the server assigns one. */
    private void healthCheck(boolean needed) {
        int port = Zero.number(spec.getHealthCheckNodePort());
        if (port == 0) {
            return;
        }
        FieldPath at = path.child("healthCheckNodePort");
        if (needed) {
            PortRules.number(port, at, findings);
        } else {
            findings.invalid(HEALTH, at, port, "only allowed with type: LoadBalancer and externalTrafficPolicy: Local");
        }
    }
}
