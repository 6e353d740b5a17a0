package dev.berth.rules.pod;

import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the containers of a pod request together, of what a pod as a whole can request: {@code AggregateContainerRequests}
 * in {@code staging/src/k8s.io/component-helpers/resource/helpers.go}.
 */
public final class ContainerRequests {
    private ContainerRequests() {}

    /** Containers and sidecars together, or the largest init container, by the name of the resource. */
    public static Map<String, Amount> together(PodSpec spec) {
        Map<String, Amount> sum = new TreeMap<>();
        Zero.list(spec.getContainers()).forEach(container -> add(sum, of(container)));
        Map<String, Amount> sidecars = new TreeMap<>();
        Map<String, Amount> largest = new TreeMap<>();
        for (Container container : Zero.list(spec.getInitContainers())) {
            Map<String, Amount> running = new TreeMap<>(sidecars);
            add(running, of(container));
            if ("Always".equals(container.getRestartPolicy())) {
                add(sum, of(container));
                add(sidecars, of(container));
            }
            running.forEach((name, amount) -> largest.merge(name, amount, Amount::max));
        }
        largest.forEach((name, amount) -> sum.merge(name, amount, Amount::max));
        sum.keySet().removeIf(name -> !isOfPods(name));
        return sum;
    }

    /** Whether a pod as a whole can request it: {@code IsSupportedPodLevelResource}. */
    public static boolean isOfPods(String name) {
        return ResourceNames.isCpuOrMemory(name) || ResourceNames.isHugePages(name);
    }

    /** Whether a pod can have less of it than its limit: {@code IsOvercommitAllowed}. */
    public static boolean mayOvercommit(String name) {
        return ResourceNames.mayOvercommit(name);
    }

    private static void add(Map<String, Amount> sum, Map<String, Quantity> more) {
        more.forEach((name, quantity) -> sum.merge(name, Amount.of(quantity), Amount::plus));
    }

    private static Map<String, Quantity> of(Container container) {
        ResourceRequirements resources = container.getResources();
        return resources == null ? Map.of() : Zero.map(resources.getRequests());
    }
}
