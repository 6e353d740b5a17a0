package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.CidrRules;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.pod.PortRules;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ValidateNetworkPolicy}. */
public final class NetworkPolicyRules {
    private static final String FILE = "pkg/apis/networking/validation/validation.go";
    private static final List<String> TYPES = List.of("Egress", "Ingress");

    private static final Rule PROTOCOL = new Rule("policy-port-protocol", "ValidateNetworkPolicyPort", FILE);
    private static final Rule END_PORT = new Rule("policy-end-port", "ValidateNetworkPolicyPort", FILE);
    private static final Rule PEER = new Rule("policy-peer", "ValidateNetworkPolicyPeer", FILE);
    private static final Rule CIDR = new Rule("policy-cidr", "ValidateIPBlock", FILE);
    private static final Rule EXCEPT = new Rule("policy-except", "ValidateIPBlock", FILE);
    private static final Rule POLICY_TYPE = new Rule("policy-type", "ValidateNetworkPolicySpec", FILE);

    private final Findings findings;

    private NetworkPolicyRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks a NetworkPolicy. */
    public static void check(NetworkPolicy policy, Findings findings) {
        MetadataRules.namespaced(policy.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        new NetworkPolicyRules(findings).spec(policy.getSpec(), FieldPath.of("spec"));
    }

    private void spec(NetworkPolicySpec spec, FieldPath path) {
        LabelRules.selector(spec.getPodSelector(), path.child("podSelector"), findings);
        List<NetworkPolicyIngressRule> ingress = Zero.list(spec.getIngress());
        for (int i = 0; i < ingress.size(); i++) {
            FieldPath at = path.child("ingress").index(i);
            ports(ingress.get(i).getPorts(), at.child("ports"));
            peers(ingress.get(i).getFrom(), at.child("from"));
        }
        List<NetworkPolicyEgressRule> egress = Zero.list(spec.getEgress());
        for (int i = 0; i < egress.size(); i++) {
            FieldPath at = path.child("egress").index(i);
            ports(egress.get(i).getPorts(), at.child("ports"));
            peers(egress.get(i).getTo(), at.child("to"));
        }
        List<String> types = Zero.list(spec.getPolicyTypes());
        if (types.size() > TYPES.size()) {
            findings.invalid(POLICY_TYPE, path.child("policyTypes"), types, "must have at most two types");
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            findings.oneOf(POLICY_TYPE, path.child("policyTypes").index(i), types.get(i), TYPES);
        }
    }

    private void ports(@Nullable List<NetworkPolicyPort> given, FieldPath path) {
        List<NetworkPolicyPort> ports = Zero.list(given);
        for (int i = 0; i < ports.size(); i++) {
            NetworkPolicyPort port = ports.get(i);
            FieldPath at = path.index(i);
            findings.oneOf(PROTOCOL, at.child("protocol"), port.getProtocol(), PortRules.PROTOCOLS);
            Integer end = port.getEndPort();
            if (port.getPort() != null) {
                PortRules.numberOrName(port.getPort(), at.child("port"), findings);
            }
            if (end == null) {
                continue;
            }
            if (port.getPort() == null || port.getPort().getStrVal() != null) {
                findings.invalid(END_PORT, at.child("endPort"), end, "only allowed if port is a number");
            } else {
                if (end < Zero.number(port.getPort().getIntVal())) {
                    findings.invalid(END_PORT, at.child("endPort"), end, "must not be less than port");
                }
                PortRules.number(end, at.child("endPort"), findings);
            }
        }
    }

    private void peers(@Nullable List<NetworkPolicyPeer> given, FieldPath path) {
        List<NetworkPolicyPeer> peers = Zero.list(given);
        for (int i = 0; i < peers.size(); i++) {
            NetworkPolicyPeer peer = peers.get(i);
            FieldPath at = path.index(i);
            LabelRules.selector(peer.getPodSelector(), at.child("podSelector"), findings);
            LabelRules.selector(peer.getNamespaceSelector(), at.child("namespaceSelector"), findings);
            boolean selected = peer.getPodSelector() != null || peer.getNamespaceSelector() != null;
            if (peer.getIpBlock() != null) {
                block(peer.getIpBlock(), at.child("ipBlock"));
                if (selected) {
                    findings.forbidden(PEER, at, "an ipBlock cannot be combined with a selector");
                }
            } else if (!selected) {
                findings.required(PEER, at, "must have a selector or an ipBlock");
            }
        }
    }

    private void block(IPBlock block, FieldPath path) {
        if (!findings.requireText(CIDR, path.child("cidr"), block.getCidr())) {
            return;
        }
        range(block.getCidr(), CIDR, path.child("cidr"));
        CidrRules whole = CidrRules.parseLoosely(block.getCidr());
        List<String> excepted = Zero.list(block.getExcept());
        for (int i = 0; whole != null && i < excepted.size(); i++) {
            FieldPath at = path.child("except").index(i);
            range(excepted.get(i), EXCEPT, at);
            CidrRules part = CidrRules.parseLoosely(excepted.get(i));
            if (part != null && !whole.isLargerThan(part)) {
                findings.invalid(EXCEPT, at, excepted.get(i), "must be a part of " + block.getCidr());
            }
        }
    }

    private void range(@Nullable String text, Rule rule, FieldPath path) {
        if (CidrRules.parse(Zero.text(text)) == null) {
            findings.invalid(
                    rule,
                    path,
                    Zero.text(text),
                    "must be a CIDR block, such as 10.0.0.0/8," + " with no bits set beyond its prefix");
        }
    }
}
