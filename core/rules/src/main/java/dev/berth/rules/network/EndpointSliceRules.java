package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.IpAddress;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.pod.PortRules;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointHints;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.ForNode;
import io.fabric8.kubernetes.api.model.discovery.v1.ForZone;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ValidateEndpointSlice}, and the defaults of its ports. */
public final class EndpointSliceRules {
    private static final String FILE = "pkg/apis/discovery/validation/validation.go";
    private static final List<String> ADDRESS_TYPES = List.of("FQDN", "IPv4", "IPv6");
    private static final int MOST_TOPOLOGY_LABELS = 16;
    private static final int MOST_ADDRESSES = 100;
    private static final int MOST_PORTS = 20_000;
    private static final int MOST_ENDPOINTS = 1000;
    private static final int MOST_HINTS = 8;

    private static final Rule ADDRESS_TYPE = new Rule("endpoint-address-type", "validateAddressType", FILE);
    private static final Rule PORT = new Rule("endpoint-port", "validatePorts", FILE);
    private static final Rule ENDPOINTS = new Rule("endpoints", "validateEndpoints", FILE);
    private static final Rule ADDRESS = new Rule("endpoint-address", "validateEndpoints", FILE);
    private static final Rule NAME = new Rule("endpoint-name", "validateEndpoints", FILE);
    private static final Rule HINT = new Rule("endpoint-hint", "validateHints", FILE);

    private final Findings findings;

    private EndpointSliceRules(Findings findings) {
        this.findings = findings;
    }

    /** {@code SetDefaults_EndpointPort}. */
    public static void fillIn(EndpointSlice slice) {
        for (EndpointPort port : Zero.list(slice.getPorts())) {
            if (port.getName() == null) {
                port.setName("");
            }
            if (port.getProtocol() == null) {
                port.setProtocol("TCP");
            }
        }
    }

    /** Checks an EndpointSlice with its defaults. */
    public static void check(EndpointSlice slice, Findings findings) {
        MetadataRules.namespaced(slice.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        String type = Zero.text(slice.getAddressType());
        if (findings.requireText(ADDRESS_TYPE, FieldPath.of("addressType"), type)) {
            findings.oneOf(ADDRESS_TYPE, FieldPath.of("addressType"), type, ADDRESS_TYPES);
        }
        EndpointSliceRules rules = new EndpointSliceRules(findings);
        rules.ports(Zero.list(slice.getPorts()), FieldPath.of("ports"));
        rules.endpoints(Zero.list(slice.getEndpoints()), type, FieldPath.of("endpoints"));
    }

    /** The server does not check the numbers of the ports. */
    private void ports(List<EndpointPort> ports, FieldPath path) {
        if (ports.size() > MOST_PORTS) {
            findings.tooMany(PORT, path, ports.size(), MOST_PORTS);
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            EndpointPort port = ports.get(i);
            FieldPath at = path.index(i);
            if (!port.getName().isEmpty()) {
                Format.DNS_LABEL.check(findings, PORT, at.child("name"), port.getName());
            }
            if (!names.add(port.getName())) {
                findings.duplicate(PORT, at.child("name"), port.getName());
            }
            findings.oneOf(PORT, at.child("protocol"), port.getProtocol(), PortRules.PROTOCOLS);
            if (port.getAppProtocol() != null) {
                Format.QUALIFIED_NAME.check(findings, PORT, at.child("appProtocol"), port.getAppProtocol());
            }
        }
    }

    private void endpoints(List<Endpoint> endpoints, String type, FieldPath path) {
        if (endpoints.size() > MOST_ENDPOINTS) {
            findings.tooMany(ENDPOINTS, path, endpoints.size(), MOST_ENDPOINTS);
            return;
        }
        for (int i = 0; i < endpoints.size(); i++) {
            endpoint(endpoints.get(i), type, path.index(i));
        }
    }

    private void endpoint(Endpoint endpoint, String type, FieldPath path) {
        FieldPath at = path.child("addresses");
        List<String> addresses = Zero.list(endpoint.getAddresses());
        if (addresses.isEmpty()) {
            findings.required(ADDRESS, at, "must have an address");
        } else if (addresses.size() > MOST_ADDRESSES) {
            findings.tooMany(ADDRESS, at, addresses.size(), MOST_ADDRESSES);
        }
        for (int i = 0; i < addresses.size(); i++) {
            switch (type) {
                case "IPv4", "IPv6" -> ip(addresses.get(i), type.equals("IPv6"), at, at.index(i));
                case "FQDN" -> domain(addresses.get(i), at.index(i));
                default -> {}
            }
        }
        if (endpoint.getNodeName() != null) {
            Format.DNS_SUBDOMAIN.check(findings, NAME, path.child("nodeName"), endpoint.getNodeName());
        }
        topology(Zero.map(endpoint.getDeprecatedTopology()), path.child("deprecatedTopology"));
        if (endpoint.getHostname() != null) {
            Format.DNS_LABEL.check(findings, NAME, path.child("hostname"), endpoint.getHostname());
        }
        if (endpoint.getHints() != null) {
            hints(endpoint.getHints(), path.child("hints"));
        }
    }

    /** An address of the other family is reported at the list, as the server does. */
    private void ip(String text, boolean ipv6, FieldPath list, FieldPath path) {
        IpAddress address = IpAddress.parse(text);
        if (address == null) {
            findings.invalid(ADDRESS, path, text, "must be an IP address");
            return;
        }
        if (ipv6 && !address.isCanonical(text)) {
            findings.invalid(ADDRESS, path, text, "must be written in its canonical form");
            return;
        }
        if (address.isIpv6() != ipv6) {
            findings.invalid(ADDRESS, list, text, "must be an " + (ipv6 ? "IPv6" : "IPv4") + " address");
        }
        String special = address.special();
        if (special != null) {
            findings.invalid(ADDRESS, path, text, special + ", which nothing else can reach");
        }
    }

    private void domain(String domain, FieldPath path) {
        if (!findings.requireText(ADDRESS, path, domain)) {
            return;
        }
        String name = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        String problem = Format.DNS_SUBDOMAIN.problem(name);
        if (problem != null) {
            findings.invalid(ADDRESS, path, domain, problem);
        } else if (name.indexOf('.') < 0) {
            findings.invalid(ADDRESS, path, domain, "must have at least two labels, separated by '.'");
        } else {
            for (String label : name.split("\\.", -1)) {
                Format.DNS_LABEL.check(findings, ADDRESS, path, label);
            }
        }
    }

    private void topology(Map<String, String> topology, FieldPath path) {
        if (topology.size() > MOST_TOPOLOGY_LABELS) {
            findings.tooMany(ENDPOINTS, path, topology.size(), MOST_TOPOLOGY_LABELS);
        }
        LabelRules.labels(topology, path, findings);
    }

    private void hints(EndpointHints hints, FieldPath path) {
        List<String> zones =
                Zero.list(hints.getForZones()).stream().map(ForZone::getName).toList();
        if (names(zones, Format.LABEL_VALUE, path.child("forZones"))) {
            List<String> nodes = Zero.list(hints.getForNodes()).stream()
                    .map(ForNode::getName)
                    .toList();
            names(nodes, Format.DNS_SUBDOMAIN, path.child("forNodes"));
        }
    }

    /** Checks the names, and returns whether there are few enough. */
    private boolean names(List<String> names, Format format, FieldPath path) {
        if (names.size() > MOST_HINTS) {
            findings.tooMany(HINT, path, names.size(), MOST_HINTS);
            return false;
        }
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = Zero.text(names.get(i));
            FieldPath at = path.index(i).child("name");
            if (!earlier.add(name)) {
                findings.duplicate(HINT, at, name);
            }
            format.check(findings, HINT, at, name);
        }
        return true;
    }
}
