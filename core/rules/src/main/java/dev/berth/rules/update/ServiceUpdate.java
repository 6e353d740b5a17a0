package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/**
 * The cluster IP and the load balancer class of a Service cannot change.
 *
 * <p>What the server allocated and the manifest does not have stays: an absent {@code clusterIP} is the one that the
 * Service has.
 */
public final class ServiceUpdate implements UpdateRule {
    private static final Rule ADDRESS = Rule.core("service-cluster-ip", "validateUpgradeDowngradeClusterIPs");
    private static final Rule HEADLESS = Rule.core("service-headless-type", "ValidateService");
    private static final Rule FAMILY = Rule.core("service-ip-family", "validateUpgradeDowngradeIPFamilies");
    private static final Rule CLASS = Rule.core("service-load-balancer-class", "validateLoadBalancerClassField");
    private static final Rule HEALTH = Rule.core("service-health-port", "validateServiceExternalTrafficFieldsUpdate");

    @Override
    public void check(Update update, Findings findings) {
        String oldType = type(update.old("spec"));
        String newType = type(update.now("spec"));
        if (!oldType.equals("ExternalName") && !newType.equals("ExternalName")) {
            address(update, findings, newType);
            family(update, findings);
        }
        if (oldType.equals("LoadBalancer") && newType.equals("LoadBalancer")) {
            loadBalancer(update, findings);
        }
    }

    private static void address(Update update, Findings findings, String newType) {
        String before = primary(update.old("spec"));
        String after = primary(update.now("spec"));
        FieldPath path = FieldPath.of("spec", "clusterIPs").index(0);
        if (!after.isEmpty() && !after.equals(before)) {
            findings.invalid(ADDRESS, path, after, "cannot change after the Service is created");
        } else if (before.equals("None") && (newType.equals("NodePort") || newType.equals("LoadBalancer"))) {
            findings.invalid(HEADLESS, path, "None", "a Service of type " + newType + " cannot be headless");
        }
    }

    private static void family(Update update, Findings findings) {
        if (headless(update.old("spec")) || headless(update.now("spec"))) {
            return;
        }
        JsonNode before = update.old("spec", "ipFamilies").path(0);
        JsonNode after = update.now("spec", "ipFamilies").path(0);
        if (before.isTextual() && after.isTextual() && !before.equals(after)) {
            findings.invalid(
                    FAMILY,
                    FieldPath.of("spec", "ipFamilies").index(0),
                    after.asText(),
                    "cannot change once it is" + " set");
        }
    }

    private static void loadBalancer(Update update, Findings findings) {
        if (!update.keeps("spec", "loadBalancerClass")) {
            findings.invalid(
                    CLASS,
                    FieldPath.of("spec", "loadBalancerClass"),
                    update.now("spec", "loadBalancerClass").asText("nothing"),
                    "cannot change as long as the type is LoadBalancer");
        }
        int before = update.old("spec", "healthCheckNodePort").asInt();
        int after = update.now("spec", "healthCheckNodePort").asInt();
        if (local(update.old("spec")) && local(update.now("spec")) && after != 0 && after != before) {
            findings.forbidden(
                    HEALTH, FieldPath.of("spec", "healthCheckNodePort"), "cannot change once it is" + " allocated");
        }
    }

    private static boolean local(JsonNode spec) {
        return spec.path("externalTrafficPolicy").asText().equals("Local");
    }

    private static String type(JsonNode spec) {
        String type = spec.path("type").asText("");
        return type.isEmpty() || type.equals("null") ? "ClusterIP" : type;
    }

    private static boolean headless(JsonNode spec) {
        return primary(spec).equals("None");
    }

    private static String primary(JsonNode spec) {
        String one = spec.path("clusterIP").asText("");
        String first = spec.path("clusterIPs").path(0).asText("");
        return first.isEmpty() ? (one.equals("null") ? "" : one) : first;
    }
}
