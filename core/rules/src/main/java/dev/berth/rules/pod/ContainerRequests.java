package dev.berth.rules.pod;

import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The total requests of a pod's containers, for resources that a pod as a whole can request: {@code
 * AggregateContainerRequests} and {@code AggregateContainerLimits} in {@code
 * staging/src/k8s.io/component-helpers/resource/helpers.go}.
 */
public final class ContainerRequests {
    private ContainerRequests() {}

    /** Returns the requests of containers and sidecars together, or of the largest init container, by resource name. */
    public static Map<String, Amount> together(PodSpec spec) {
        return together(spec, ResourceRequirements::getRequests);
    }

    /** Returns the same for limits on huge pages. */
    public static Map<String, Amount> hugePageLimits(PodSpec spec) {
        Map<String, Amount> limits = together(spec, ResourceRequirements::getLimits);
        limits.keySet().removeIf(name -> !ResourceNames.isHugePages(name));
        return limits;
    }

    private static Map<String, Amount> together(
            PodSpec spec, Function<ResourceRequirements, Map<String, Quantity>> of) {
        Map<String, Amount> sum = new TreeMap<>();
        Zero.list(spec.getContainers()).forEach(container -> add(sum, amounts(container, of)));
        Map<String, Amount> sidecars = new TreeMap<>();
        Map<String, Amount> largest = new TreeMap<>();
        for (Container container : Zero.list(spec.getInitContainers())) {
            Map<String, Amount> running = new TreeMap<>(sidecars);
            add(running, amounts(container, of));
            if ("Always".equals(container.getRestartPolicy())) {
                add(sum, amounts(container, of));
                add(sidecars, amounts(container, of));
            }
            running.forEach((name, amount) -> largest.merge(name, amount, Amount::max));
        }
        largest.forEach((name, amount) -> sum.merge(name, amount, Amount::max));
        sum.keySet().removeIf(name -> !isOfPods(name));
        return sum;
    }

    /** Returns whether a pod as a whole can request it: {@code IsSupportedPodLevelResource}. */
    public static boolean isOfPods(String name) {
        return ResourceNames.isCpuOrMemory(name) || ResourceNames.isHugePages(name);
    }

    /** Returns whether a pod may request less than its limit: {@code IsOvercommitAllowed}. */
    public static boolean mayOvercommit(String name) {
        return ResourceNames.mayOvercommit(name);
    }

    private static void add(Map<String, Amount> sum, Map<String, Quantity> more) {
        more.forEach((name, quantity) -> sum.merge(name, Amount.of(quantity), Amount::plus));
    }

    private static Map<String, Quantity> amounts(
            Container container, Function<ResourceRequirements, Map<String, Quantity>> of) {
        ResourceRequirements resources = container.getResources();
        return resources == null ? Map.of() : Zero.map(of.apply(resources));
    }
}
