package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.IpAddress;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of a Service's IP addresses and IP families: {@code ValidateServiceClusterIPsRelatedFields}, and the
 * allocator.
 */
final class AddressRules {
    private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
    private static final List<String> POLICIES = List.of("PreferDualStack", "RequireDualStack", "SingleStack");

    private static final Rule IN_STEP = Rule.core("cluster-ips-in-step", "ValidateServiceClusterIPsRelatedFields");
    private static final Rule ADDRESS = Rule.core("cluster-ip", "ValidateServiceClusterIPsRelatedFields");
    private static final Rule FAMILY = Rule.core("ip-family", "ValidateServiceClusterIPsRelatedFields");
    private static final Rule POLICY = Rule.core("ip-family-policy", "ValidateServiceClusterIPsRelatedFields");
    private static final Rule HEADLESS = Rule.core("headless-type", "ValidateService");
    private static final Rule EXTERNAL_NAME = Rule.core("external-name-addresses", "ValidateService");
    private static final Rule CONFIGURED =
            new Rule("ip-family-configured", "initIPFamilyFields", "pkg/registry/core/service/storage/alloc.go");

    private final ServiceSpec spec;
    private final List<String> addresses;
    private final List<String> families;
    private final FieldPath clusterIps = FieldPath.of("spec", "clusterIPs");
    private final FieldPath ipFamilies = FieldPath.of("spec", "ipFamilies");
    private final FieldPath ipFamilyPolicy = FieldPath.of("spec", "ipFamilyPolicy");
    private final Findings findings;

    AddressRules(ServiceSpec spec, Findings findings) {
        this.spec = spec;
        this.addresses = Zero.list(spec.getClusterIPs());
        this.families = Zero.list(spec.getIpFamilies());
        this.findings = findings;
    }

    private boolean isExternalName() {
        return spec.getType().equals("ExternalName");
    }

    private boolean isHeadless() {
        return addresses.equals(List.of("None"));
    }

    /** What the server checks before it assigns addresses to a Service, and before any other rule. */
    void allocate(ClusterFacts facts) {
        if (isExternalName()) {
            return;
        }
        related();
        if (!findings.isEmpty()) {
            return;
        }
        String policy = policy();
        if (policy.equals("SingleStack") && (addresses.size() == 2 || families.size() == 2)) {
            findings.invalid(POLICY, ipFamilyPolicy, policy, "must not be SingleStack with two addresses or families");
        }
        for (int i = families.size(); !isHeadless() && i < addresses.size(); i++) {
            IpAddress address = IpAddress.parse(addresses.get(i));
            if (address != null && !facts.ipFamilies().contains(familyOf(address))) {
                findings.invalid(
                        CONFIGURED, clusterIps.index(i), addresses.get(i), "the cluster does not have this IP family");
            }
        }
        boolean anything = isHeadless() && Zero.map(spec.getSelector()).isEmpty();
        if (!findings.isEmpty() || anything) {
            return;
        }
        if (policy.equals("RequireDualStack") && facts.ipFamilies().size() < 2) {
            findings.invalid(CONFIGURED, ipFamilyPolicy, policy, "the cluster has only one IP family");
        }
        for (int i = 0; i < families.size(); i++) {
            if (!facts.ipFamilies().contains(families.get(i))) {
                findings.invalid(
                        CONFIGURED, ipFamilies.index(i), families.get(i), "the cluster does not have this IP family");
            }
        }
    }

    /** Returns the policy of the Service, or else the server's default. */
    private String policy() {
        if (spec.getIpFamilyPolicy() != null) {
            return spec.getIpFamilyPolicy();
        }
        boolean anything = isHeadless() && Zero.map(spec.getSelector()).isEmpty();
        return anything ? "RequireDualStack" : "SingleStack";
    }

    private static String familyOf(IpAddress address) {
        return address.isIpv6() ? "IPv6" : "IPv4";
    }

    /** Checks whether the type of the Service allows its addresses. */
    void typeFits() {
        boolean external = spec.getType().equals("NodePort") || spec.getType().equals("LoadBalancer");
        if (external && isHeadless()) {
            findings.invalid(HEADLESS, clusterIps.index(0), "None", "not allowed with type " + spec.getType());
        }
        if (!isExternalName()) {
            return;
        }
        if (!addresses.isEmpty()) {
            findings.forbidden(EXTERNAL_NAME, clusterIps, "not allowed with type ExternalName");
        }
        if (!families.isEmpty()) {
            findings.forbidden(EXTERNAL_NAME, ipFamilies, "not allowed with type ExternalName");
        }
        if (spec.getIpFamilyPolicy() != null) {
            findings.forbidden(EXTERNAL_NAME, ipFamilyPolicy, "not allowed with type ExternalName");
        }
    }

    private void related() {
        String first = Zero.text(spec.getClusterIP());
        if (first.isEmpty() && !addresses.isEmpty()) {
            findings.invalid(IN_STEP, clusterIps, addresses, "clusterIP must be set to the first of them");
        } else if (!first.isEmpty() && !addresses.get(0).equals(first)) {
            findings.invalid(IN_STEP, clusterIps, addresses, "the first must equal clusterIP, " + first);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < families.size(); i++) {
            findings.oneOf(FAMILY, ipFamilies.index(i), families.get(i), FAMILIES);
            if (!seen.add(families.get(i))) {
                findings.duplicate(FAMILY, ipFamilies.index(i), families.get(i));
            }
        }
        if (spec.getIpFamilyPolicy() != null) {
            findings.oneOf(POLICY, ipFamilyPolicy, spec.getIpFamilyPolicy(), POLICIES);
        }
        if (addresses()) {
            stacks();
        }
    }

    /** Checks each address by itself, and returns whether they can be compared with each other. */
    private boolean addresses() {
        boolean valid = true;
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            if (i == 0 && address.equals("None")) {
                if (addresses.size() > 1) {
                    valid = false;
                    findings.invalid(ADDRESS, clusterIps, addresses, "None must be the only element");
                }
            } else if (IpAddress.parse(address) == null) {
                valid = false;
                findings.invalid(ADDRESS, clusterIps.index(i), address, "must be an IP address, or None");
            }
        }
        if (addresses.size() > 2) {
            findings.invalid(ADDRESS, clusterIps, addresses, "must have at most one of each IP family");
        }
        return valid;
    }

    private void stacks() {
        Set<String> stacks = new HashSet<>();
        for (int i = 0; i < addresses.size(); i++) {
            IpAddress address = IpAddress.parse(addresses.get(i));
            if (address == null) {
                return;
            }
            stacks.add(familyOf(address));
            if (i < families.size()
                    && FAMILIES.contains(families.get(i))
                    && !families.get(i).equals(familyOf(address))) {
                findings.invalid(
                        FAMILY, clusterIps.index(i), addresses.get(i), "is no " + families.get(i) + " address");
            }
        }
        if (addresses.size() > 1 && stacks.size() < 2) {
            findings.invalid(ADDRESS, clusterIps, addresses, "must have at most one of each IP family");
        }
    }
}
