package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.ClientIPConfig;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.SessionAffinityConfig;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code SetDefaults_Service} in {@code pkg/apis/core/v1/defaults.go}, {@code SetDefaults_NetworkPolicy} in
 * {@code pkg/apis/networking/v1/defaults.go}.
 */
public final class ServiceDefaults {
    private static final int THREE_HOURS = 10800;

    private ServiceDefaults() {}

    /** The type, the IP families, the ports and the traffic policies of a Service. */
    public static void service(Service service) {
        if (service.getSpec() == null) {
            service.setSpec(new ServiceSpec());
        }
        ServiceSpec spec = service.getSpec();
        if (Zero.isEmpty(spec.getSessionAffinity())) {
            spec.setSessionAffinity("None");
        }
        sessionAffinity(spec);
        if (Zero.isEmpty(spec.getType())) {
            spec.setType("ClusterIP");
        }
        for (ServicePort port : Zero.list(spec.getPorts())) {
            if (Zero.isEmpty(port.getProtocol())) {
                port.setProtocol("TCP");
            }
            if (isZero(port.getTargetPort())) {
                port.setTargetPort(new IntOrString(Zero.number(port.getPort())));
            }
        }
        boolean external = spec.getType().equals("NodePort") || spec.getType().equals("LoadBalancer");
        boolean reached = external
                || (spec.getType().equals("ClusterIP")
                        && !Zero.list(spec.getExternalIPs()).isEmpty());
        if (reached && Zero.isEmpty(spec.getExternalTrafficPolicy())) {
            spec.setExternalTrafficPolicy("Cluster");
        }
        boolean internal = external || spec.getType().equals("ClusterIP");
        if (internal && spec.getInternalTrafficPolicy() == null) {
            spec.setInternalTrafficPolicy("Cluster");
        }
        if (spec.getType().equals("LoadBalancer") && spec.getAllocateLoadBalancerNodePorts() == null) {
            spec.setAllocateLoadBalancerNodePorts(true);
        }
        boolean single = !Zero.isEmpty(spec.getClusterIP());
        if (single && Zero.list(spec.getClusterIPs()).isEmpty()) {
            spec.setClusterIPs(new ArrayList<>(List.of(spec.getClusterIP())));
        }
    }

    private static void sessionAffinity(ServiceSpec spec) {
        if (spec.getSessionAffinity().equals("None")) {
            spec.setSessionAffinityConfig(null);
        } else if (spec.getSessionAffinity().equals("ClientIP")) {
            SessionAffinityConfig config = spec.getSessionAffinityConfig();
            boolean complete = config != null
                    && config.getClientIP() != null
                    && config.getClientIP().getTimeoutSeconds() != null;
            if (!complete) {
                ClientIPConfig clientIp = new ClientIPConfig();
                clientIp.setTimeoutSeconds(THREE_HOURS);
                SessionAffinityConfig filled = new SessionAffinityConfig();
                filled.setClientIP(clientIp);
                spec.setSessionAffinityConfig(filled);
            }
        }
    }

    private static boolean isZero(@Nullable IntOrString port) {
        if (port == null) {
            return true;
        }
        return port.getStrVal() == null
                ? Zero.number(port.getIntVal()) == 0
                : port.getStrVal().isEmpty();
    }

    /** The policy types of a NetworkPolicy, and the protocol of its ports. */
    public static void networkPolicy(NetworkPolicy policy) {
        if (policy.getSpec() == null) {
            policy.setSpec(new NetworkPolicySpec());
        }
        NetworkPolicySpec spec = policy.getSpec();
        Zero.list(spec.getIngress()).forEach(rule -> protocols(rule.getPorts()));
        Zero.list(spec.getEgress()).forEach(rule -> protocols(rule.getPorts()));
        if (Zero.list(spec.getPolicyTypes()).isEmpty()) {
            List<String> types = new ArrayList<>(List.of("Ingress"));
            if (!Zero.list(spec.getEgress()).isEmpty()) {
                types.add("Egress");
            }
            spec.setPolicyTypes(types);
        }
    }

    private static void protocols(@Nullable List<NetworkPolicyPort> ports) {
        for (NetworkPolicyPort port : Zero.list(ports)) {
            if (port.getProtocol() == null) {
                port.setProtocol("TCP");
            }
        }
    }
}
