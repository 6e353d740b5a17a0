package dev.berth.rules.pod;

import dev.berth.rules.FieldPath;
import dev.berth.rules.Findings;
import dev.berth.rules.Rule;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests and limits of a pod as a whole, against those of its containers. */
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
            findings.forbidden(CLAIMS, path.child("claims"), "claims are those of containers");
        }
        rules.ofPod(resources, path);
        Map<String, Quantity> requests = Zero.map(resources.getRequests());
        aggregate(spec).forEach((name, sum) -> {
            Quantity own = requests.get(name);
            Amount amount = own == null ? Amount.parse("0") : Amount.of(own);
            if (sum.compareTo(amount) > 0) {
                FieldPath at = path.child("requests").key(name);
                findings.invalid(REQUESTS, at, amount, "the containers request " + sum + " together");
            }
        });
        limits(spec, Zero.map(resources.getLimits()), path, findings);
    }

    private static void limits(PodSpec spec, Map<String, Quantity> limits, FieldPath path, Findings findings) {
        List<Container> containers = Zero.list(spec.getContainers());
        for (int i = 0; i < containers.size(); i++) {
            FieldPath at = path.child("containers").index(i);
            of(containers.get(i), false).forEach((name, limit) -> {
                Quantity own = limits.get(name);
                if (own != null && Amount.of(limit).compareTo(Amount.of(own)) > 0) {
                    String should = "is above the limit of the pod, " + Amount.of(own);
                    findings.invalid(LIMITS, at.key(name).child("limits"), Amount.of(limit), should);
                }
            });
        }
    }

    /** {@code AggregateContainerRequests}: containers and sidecars together, or the largest init container. */
    private static Map<String, Amount> aggregate(PodSpec spec) {
        Map<String, Amount> sum = new TreeMap<>();
        Zero.list(spec.getContainers()).forEach(container -> add(sum, of(container, true)));
        Map<String, Amount> sidecars = new TreeMap<>();
        Map<String, Amount> largest = new TreeMap<>();
        for (Container container : Zero.list(spec.getInitContainers())) {
            Map<String, Amount> running = new TreeMap<>(sidecars);
            add(running, of(container, true));
            if ("Always".equals(container.getRestartPolicy())) {
                add(sum, of(container, true));
                add(sidecars, of(container, true));
            }
            running.forEach((name, amount) -> largest.merge(name, amount, Amount::max));
        }
        largest.forEach((name, amount) -> sum.merge(name, amount, Amount::max));
        sum.keySet().removeIf(name -> !ResourceNames.isCpuOrMemory(name) && !ResourceNames.isHugePages(name));
        return sum;
    }

    private static void add(Map<String, Amount> sum, Map<String, Quantity> more) {
        more.forEach((name, quantity) -> sum.merge(name, Amount.of(quantity), Amount::plus));
    }

    private static Map<String, Quantity> of(Container container, boolean requests) {
        @Nullable ResourceRequirements resources = container.getResources();
        if (resources == null) {
            return Map.of();
        }
        return Zero.map(requests ? resources.getRequests() : resources.getLimits());
    }
}
