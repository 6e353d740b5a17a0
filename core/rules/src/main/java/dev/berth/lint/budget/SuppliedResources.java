package dev.berth.lint.budget;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources for which a LimitRange of a namespace has defaults.
 *
 * <p>Source: {@code SetDefaults_LimitRangeItem} in {@code pkg/apis/core/v1/defaults.go}: a default limit defaults to the
 * maximum, and a default request to the default limit, or else to the minimum.
 */
record SuppliedResources(Set<String> requests, Set<String> limits) {

    private static final SuppliedResources NONE = new SuppliedResources(Set.of(), Set.of());

    private record ByNamespace(Map<String, SuppliedResources> defaults) {

        static ByNamespace of(ObjectSet set) {
            Map<String, SuppliedResources> defaults = new HashMap<>();
            set.everywhere(LimitRange.class)
                    .filter(range -> range.getSpec() != null)
                    .forEach(range -> {
                        SuppliedResources own = defaults.computeIfAbsent(
                                ObjectSet.namespace(range),
                                any -> new SuppliedResources(new HashSet<>(), new HashSet<>()));
                        items(range).forEach(own::add);
                    });
            return new ByNamespace(defaults);
        }
    }

    static SuppliedResources of(ObjectSet set, String namespace) {
        return set.viewOfAll(ByNamespace.class, ByNamespace::of).defaults().getOrDefault(namespace, NONE);
    }

    /** Returns the items of a LimitRange that apply to each container. */
    static List<LimitRangeItem> items(LimitRange range) {
        return range.getSpec() == null
                ? List.of()
                : PodOwner.orEmpty(range.getSpec().getLimits()).stream()
                        .filter(item -> item != null && "Container".equals(item.getType()))
                        .toList();
    }

    private void add(LimitRangeItem item) {
        limits.addAll(keys(item.getDefault(), item.getMax()));
        requests.addAll(keys(item.getDefault(), item.getMax()));
        requests.addAll(keys(item.getDefaultRequest(), item.getMin()));
    }

    private static List<String> keys(@Nullable Map<String, Quantity> some, @Nullable Map<String, Quantity> others) {
        return Stream.of(some, others)
                .flatMap(amounts -> amounts == null ? Stream.<String>empty() : amounts.keySet().stream())
                .toList();
    }

    boolean haveRequest(String resource) {
        return requests.contains(resource);
    }

    boolean haveLimit(String resource) {
        return limits.contains(resource);
    }
}
