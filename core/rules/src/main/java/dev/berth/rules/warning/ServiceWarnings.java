package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;

/** The warnings of a Service: {@code GetWarningsForService}. */
final class ServiceWarnings {
    private static final String FILE = "pkg/api/service/warnings.go";
    private static final String FUNCTION = "GetWarningsForService";
    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";

    private static final Rule ANNOTATION = new Rule("topology-hints-annotation", FUNCTION, FILE);
    private static final Rule IGNORED = new Rule("service-field-ignored", FUNCTION, FILE);
    private static final Rule EXTERNAL_IPS = new Rule("external-ips-deprecated", FUNCTION, FILE);
    private static final Rule DISTRIBUTION = new Rule("traffic-distribution-deprecated", FUNCTION, FILE);

    private final JsonNode spec;
    private final boolean headless;
    private final boolean externalName;
    private final FieldPath path = FieldPath.of("spec");
    private final WarningList warnings;

    ServiceWarnings(JsonNode service, WarningList warnings) {
        this.spec = service.path("spec");
        this.warnings = warnings;
        String type = Tree.text(spec, "type");
        this.externalName = type.equals("ExternalName");
        this.headless =
                (type.isEmpty() || type.equals("ClusterIP")) && clusterIp().equals("None");
        if (service.path("metadata").path("annotations").has(HINTS)) {
            warnings.add(
                    ANNOTATION,
                    FieldPath.root(),
                    "The annotation " + HINTS + " is deprecated.",
                    "Use the annotation service.kubernetes.io/topology-mode.");
        }
    }

    /** The first address, which a Service may state in either field. */
    private String clusterIp() {
        String first = Tree.text(spec, "clusterIP");
        return first.isEmpty() ? spec.path("clusterIPs").path(0).asText() : first;
    }

    void check() {
        AddressForms forms = new AddressForms(warnings);
        boolean external = !spec.path("externalIPs").isEmpty();
        addresses(forms);
        if (headless) {
            ignored(!Tree.text(spec, "loadBalancerIP").isEmpty(), "loadBalancerIP", "a headless Service");
            ignored(external, "externalIPs", "a headless Service");
            String affinity = Tree.text(spec, "sessionAffinity");
            // The server spells this field like this.
            ignored(!affinity.isEmpty() && !affinity.equals("None"), "SessionAffinity", "a headless Service");
        }
        if (external && !headless && !externalName) {
            warnings.add(
                    EXTERNAL_IPS,
                    path.child("externalIPs"),
                    "The field is deprecated, and some clusters ignore it.",
                    "Use a load balancer or an Ingress.");
        }
        ignored(externalName && external, "externalIPs", "type ExternalName");
        String name = Tree.text(spec, "externalName");
        ignored(!externalName && !name.isEmpty(), "externalName", "a type other than ExternalName");
        if (Tree.text(spec, "trafficDistribution").equals("PreferClose")) {
            warnings.add(
                    DISTRIBUTION,
                    path.child("trafficDistribution"),
                    "PreferClose is deprecated.",
                    "Use PreferSameZone, which means the same.");
        }
    }

    private void addresses(AddressForms forms) {
        if (!clusterIp().equals("None")) {
            JsonNode all = spec.path("clusterIPs");
            if (all.isEmpty()) {
                forms.address(clusterIp(), path.child("clusterIPs").index(0));
            }
            forms.addresses(all, path.child("clusterIPs"));
        }
        forms.addresses(spec.path("externalIPs"), path.child("externalIPs"));
        forms.address(Tree.text(spec, "loadBalancerIP"), path.child("loadBalancerIP"));
        forms.ranges(spec.path("loadBalancerSourceRanges"), path.child("loadBalancerSourceRanges"));
    }

    private void ignored(boolean stated, String field, String with) {
        if (stated) {
            warnings.add(IGNORED, path.child(field), "The field has no effect with " + with + ".", "Remove it.");
        }
    }
}
