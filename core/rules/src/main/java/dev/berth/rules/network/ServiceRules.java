package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.CidrRules;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.IpAddress;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ValidateServiceCreate}, after the allocator of addresses and ports. */
public final class ServiceRules {
    private static final int LONGEST_AFFINITY = 86400;
    private static final String RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    private static final List<String> AFFINITIES = List.of("ClientIP", "None");

    private static final Rule EXTERNAL_NAME = Rule.core("external-name", "ValidateService");
    private static final Rule AFFINITY = Rule.core("session-affinity", "ValidateService");
    private static final Rule AFFINITY_TIMEOUT = Rule.core("session-affinity-timeout", "validateAffinityTimeout");
    private static final Rule EXTERNAL_IP = Rule.core("external-ip", "ValidateService");
    private static final Rule TYPE = Rule.core("service-type", "ValidateService");
    private static final Rule SOURCE_RANGES = Rule.core("load-balancer-source-ranges", "ValidateService");
    private static final Rule LOAD_BALANCER_ONLY = Rule.core("load-balancer-only", "ValidateService");
    private static final Rule TOPOLOGY = Rule.core("topology-annotations", "ValidateService");

    private final ServiceSpec spec;
    private final FieldPath path = FieldPath.of("spec");
    private final Findings findings;

    private ServiceRules(ServiceSpec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    /** Checks a Service. If its addresses are wrong, the server checks nothing else. */
    public static void check(Service service, ClusterFacts facts, Findings findings) {
        ServiceSpec spec = service.getSpec();
        new AddressRules(spec, findings).allocate(facts);
        if (!findings.isEmpty()) {
            return;
        }
        ServicePortRules ports = new ServicePortRules(spec, findings);
        ports.allocate(facts);
        if (!findings.isEmpty()) {
            return;
        }
        MetadataRules.namespaced(service.getMetadata(), Format.DNS_LABEL, findings);
        Map<String, String> annotations = service.getMetadata() == null
                ? Map.of()
                : Zero.map(service.getMetadata().getAnnotations());
        new ServiceRules(spec, findings).check(annotations, ports);
    }

    private void check(Map<String, String> annotations, ServicePortRules ports) {
        topology(annotations);
        ports.check();
        new AddressRules(spec, findings).typeFits();
        externalName();
        LabelRules.labels(spec.getSelector(), path.child("selector"), findings);
        affinity();
        externalIps();
        findings.oneOf(TYPE, path.child("type"), spec.getType(), TYPES);
        sourceRanges(annotations);
        loadBalancer();
        new TrafficRules(spec, findings).check();
    }

    private void topology(Map<String, String> annotations) {
        String hints = annotations.get("service.kubernetes.io/topology-aware-hints");
        String mode = annotations.get("service.kubernetes.io/topology-mode");
        if (hints != null && mode != null && !hints.equals(mode)) {
            FieldPath at = FieldPath.of("metadata", "annotations").key("service.kubernetes.io/topology-mode");
            findings.invalid(TOPOLOGY, at, mode, "must equal service.kubernetes.io/topology-aware-hints");
        }
    }

    private void externalName() {
        if (!spec.getType().equals("ExternalName")) {
            return;
        }
        String name = Zero.text(spec.getExternalName());
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (findings.requireText(EXTERNAL_NAME, path.child("externalName"), host)) {
            Format.DNS_SUBDOMAIN.check(findings, EXTERNAL_NAME, path.child("externalName"), host);
        }
    }

    private void affinity() {
        findings.oneOf(AFFINITY, path.child("sessionAffinity"), spec.getSessionAffinity(), AFFINITIES);
        if (spec.getSessionAffinity().equals("ClientIP")) {
            int seconds = spec.getSessionAffinityConfig().getClientIP().getTimeoutSeconds();
            if (seconds <= 0 || seconds > LONGEST_AFFINITY) {
                FieldPath at = path.child("sessionAffinityConfig", "clientIP", "timeoutSeconds");
                findings.invalid(AFFINITY_TIMEOUT, at, seconds, "must be between 1 and " + LONGEST_AFFINITY);
            }
        }
    }

    private void externalIps() {
        List<String> addresses = Zero.list(spec.getExternalIPs());
        for (int i = 0; i < addresses.size(); i++) {
            FieldPath at = path.child("externalIPs").index(i);
            IpAddress address = IpAddress.parse(addresses.get(i));
            String problem = address == null ? "must be an IP address, without leading zeros" : address.special();
            if (problem != null) {
                findings.invalid(EXTERNAL_IP, at, addresses.get(i), problem);
            }
        }
    }

    /** Reports the field with a capital letter, as the server does. */
    private void sourceRanges(Map<String, String> annotations) {
        boolean balanced = spec.getType().equals("LoadBalancer");
        List<String> ranges = Zero.list(spec.getLoadBalancerSourceRanges());
        String annotation = annotations.get(RANGES);
        if (!ranges.isEmpty()) {
            FieldPath at = path.child("LoadBalancerSourceRanges");
            loadBalancerOnly(balanced, SOURCE_RANGES, at);
            for (int i = 0; i < ranges.size(); i++) {
                range(ranges.get(i), at.index(i));
            }
        } else if (annotation != null) {
            FieldPath at = FieldPath.of("metadata", "annotations").key(RANGES);
            loadBalancerOnly(balanced, SOURCE_RANGES, at);
            if (!annotation.isBlank()) {
                for (String range : annotation.strip().split(",", -1)) {
                    range(range, at);
                }
            }
        }
    }

    private void range(@Nullable String text, FieldPath at) {
        if (CidrRules.parse(Zero.text(text).strip()) == null) {
            findings.invalid(SOURCE_RANGES, at, Zero.text(text), "must be a CIDR block, such as 10.0.0.0/8");
        }
    }

    private void loadBalancerOnly(boolean fits, Rule rule, FieldPath at) {
        if (!fits) {
            findings.forbidden(rule, at, "only allowed with type LoadBalancer");
        }
    }

    private void loadBalancer() {
        boolean balanced = spec.getType().equals("LoadBalancer");
        if (spec.getAllocateLoadBalancerNodePorts() != null) {
            loadBalancerOnly(balanced, LOAD_BALANCER_ONLY, path.child("allocateLoadBalancerNodePorts"));
        }
        String loadBalancerClass = spec.getLoadBalancerClass();
        if (loadBalancerClass != null) {
            FieldPath at = path.child("loadBalancerClass");
            loadBalancerOnly(balanced, LOAD_BALANCER_ONLY, at);
            if (balanced) {
                Format.QUALIFIED_NAME.check(findings, LOAD_BALANCER_ONLY, at, loadBalancerClass);
            }
        }
    }
}
