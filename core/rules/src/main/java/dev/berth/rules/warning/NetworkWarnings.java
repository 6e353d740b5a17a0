package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import java.util.Set;

/** The warnings of Ingresses, network policies, endpoints and nodes. */
final class NetworkWarnings {
    private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";
    private static final Set<String> CONTROLLERS =
            Set.of("endpointslice-controller.k8s.io", "endpointslicemirroring-controller.k8s.io");

    private static final Rule INGRESS_CLASS =
            new Rule("ingress-class-annotation", "WarningsOnCreate", "pkg/registry/networking/ingress/strategy.go");
    private static final Rule DOMAIN_NAME = new Rule(
            "endpoint-domain-name", "warnOnDeprecatedAddressType", "pkg/registry/discovery/endpointslice/strategy.go");
    private static final Rule NODE_FIELD =
            new Rule("node-field-unused", "nodeWarnings", "pkg/registry/core/node/strategy.go");

    private final WarningList warnings;
    private final AddressForms forms;

    NetworkWarnings(WarningList warnings) {
        this.warnings = warnings;
        this.forms = new AddressForms(warnings);
    }

    void newIngress(JsonNode ingress) {
        boolean annotated = ingress.path("metadata").path("annotations").has(CLASS_ANNOTATION);
        if (annotated && !ingress.path("spec").hasNonNull("ingressClassName")) {
            warnings.add(
                    INGRESS_CLASS,
                    FieldPath.root(),
                    "The annotation " + CLASS_ANNOTATION + " is deprecated.",
                    "Use spec.ingressClassName.");
        }
    }

    void policy(JsonNode policy) {
        peers(policy.path("spec").path("ingress"), "from", FieldPath.of("spec", "ingress"));
        peers(policy.path("spec").path("egress"), "to", FieldPath.of("spec", "egress"));
    }

    private void peers(JsonNode rules, String field, FieldPath path) {
        for (int i = 0; i < rules.size(); i++) {
            JsonNode peers = rules.get(i).path(field);
            for (int j = 0; j < peers.size(); j++) {
                JsonNode block = peers.get(j).path("ipBlock");
                FieldPath at = path.index(i).child(field).index(j).child("ipBlock");
                forms.range(Tree.text(block, "cidr"), at.child("cidr"));
                forms.ranges(block.path("except"), at.child("except"));
            }
        }
    }

    void newEndpointSlice(JsonNode slice) {
        if (Tree.text(slice, "addressType").equals("FQDN")) {
            // The server puts the field into a spec that the kind does not have.
            FieldPath path = FieldPath.of("spec", "addressType");
            warnings.add(DOMAIN_NAME, path, "The address type FQDN is deprecated.", "Use IPv4 or IPv6.");
        }
        endpointSlice(slice);
    }

    void endpointSlice(JsonNode slice) {
        if (CONTROLLERS.contains(
                Tree.text(slice.path("metadata").path("labels"), "endpointslice.kubernetes.io/managed-by"))) {
            return;
        }
        JsonNode endpoints = slice.path("endpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            forms.addresses(
                    endpoints.get(i).path("addresses"),
                    FieldPath.of("endpoints").index(i).child("addresses"));
        }
    }

    void endpoints(JsonNode endpoints) {
        String manager = Tree.text(endpoints.path("metadata").path("labels"), "endpoints.kubernetes.io/managed-by");
        if (manager.equals("endpoint-controller")) {
            return;
        }
        JsonNode subsets = endpoints.path("subsets");
        for (int i = 0; i < subsets.size(); i++) {
            for (String field : new String[] {"addresses", "notReadyAddresses"}) {
                forms.ips(
                        subsets.get(i).path(field),
                        FieldPath.of("subsets").index(i).child(field));
            }
        }
    }

    void node(JsonNode node) {
        JsonNode spec = node.path("spec");
        if (!Tree.text(spec, "externalID").isEmpty()) {
            FieldPath at = FieldPath.of("spec", "externalID");
            warnings.add(NODE_FIELD, at, "Kubernetes no longer reads this field.", "Remove it.");
        }
        // The server keeps both fields in step.
        JsonNode ranges = spec.path("podCIDRs");
        FieldPath path = FieldPath.of("spec", "podCIDRs");
        if (ranges.isEmpty()) {
            forms.range(Tree.text(spec, "podCIDR"), path.index(0));
        }
        forms.ranges(ranges, path);
    }

    /** The addresses that a controller writes into the status of a Service or an Ingress. */
    void loadBalancerStatus(JsonNode object) {
        JsonNode ingress = object.path("status").path("loadBalancer").path("ingress");
        for (int i = 0; i < ingress.size(); i++) {
            FieldPath at = FieldPath.of("status", "loadBalancer", "ingress").index(i);
            forms.address(Tree.text(ingress.get(i), "ip"), at);
        }
    }

    /** The addresses that the kubelet writes into the status of a Pod. */
    void podStatus(JsonNode pod) {
        for (String field : new String[] {"podIPs", "hostIPs"}) {
            forms.ips(pod.path("status").path(field), FieldPath.of("status", field));
        }
    }
}
