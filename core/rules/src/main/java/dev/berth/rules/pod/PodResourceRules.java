package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/** The rules of pod-level requests and limits, compared with those of the containers. */
final class PodResourceRules {
    private static final Rule CLAIMS = Rule.core("pod-resource-claims", "validatePodResources");
    private static final Rule REQUESTS = Rule.core("pod-requests", "validatePodResourceConsistency");
    private static final Rule LIMITS = Rule.core("pod-limits", "validatePodResourceConsistency");

    private PodResourceRules() {}

    static void check(PodSpec spec, ResourceRules rules, FieldPath path, Findings findings) {
        ResourceRequirements resources = spec.getResources();
        if (resources == null) {
            return;
        }
        if (!Zero.list(resources.getClaims()).isEmpty()) {
            findings.forbidden(CLAIMS, path.child("claims"), "only containers may have claims");
        }
        rules.ofPod(resources, path);
        Map<String, Quantity> requests = Zero.map(resources.getRequests());
        ContainerRequests.together(spec).forEach((name, sum) -> {
            Quantity own = requests.get(name);
            Amount amount = own == null ? Amount.parse("0") : Amount.of(own);
            if (sum.compareTo(amount) > 0) {
                FieldPath at = path.child("requests").key(name);
                findings.invalid(REQUESTS, at, amount, "the containers request " + sum + " in total");
            }
        });
        limits(spec, Zero.map(resources.getLimits()), path, findings);
    }

    private static void limits(PodSpec spec, Map<String, Quantity> limits, FieldPath path, Findings findings) {
        List<Container> containers = Zero.list(spec.getContainers());
        for (int i = 0; i < containers.size(); i++) {
            FieldPath at = path.child("containers").index(i);
            limitsOf(containers.get(i)).forEach((name, limit) -> {
                Quantity own = limits.get(name);
                if (own != null && Amount.of(limit).compareTo(Amount.of(own)) > 0) {
                    String should = "is above the limit of the pod, " + Amount.of(own);
                    findings.invalid(LIMITS, at.key(name).child("limits"), Amount.of(limit), should);
                }
            });
        }
    }

    private static Map<String, Quantity> limitsOf(Container container) {
        ResourceRequirements resources = container.getResources();
        return resources == null ? Map.of() : Zero.map(resources.getLimits());
    }
}
