package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A quota for all pods of a namespace. A quota with a scope, such as the pods of one priority, is left out, because the
 * set does not show which pods it counts.
 *
 * @param name the name of the ResourceQuota
 * @param directory the number of its directory
 * @param resources the limited resources with their prefix, by which the evaluator counts them, and as they are written
 */
record PodQuota(String name, int directory, Map<String, String> resources) {

    private static final Set<String> COUNTED = Set.of("cpu", "memory");

    private record ByNamespace(Map<String, List<PodQuota>> quotas) {

        static ByNamespace of(ObjectSet set) {
            Map<String, List<PodQuota>> quotas = new HashMap<>();
            set.each(ResourceQuota.class).forEach(one -> one.all(ResourceQuota.class).stream()
                    .filter(PodQuota::isForAllPods)
                    .forEach(quota -> quotas.computeIfAbsent(ObjectSet.namespace(quota), any -> new ArrayList<>(1))
                            .add(PodQuota.of(quota, one.directoryOf(quota)))));
            return new ByNamespace(quotas);
        }
    }

    /** Returns the quotas for a workload: those of its directory, or all of its namespace if the directory has none. */
    static List<PodQuota> of(ObjectSet set, HasMetadata workload, String namespace) {
        List<PodQuota> all =
                set.viewOfAll(ByNamespace.class, ByNamespace::of).quotas().getOrDefault(namespace, List.of());
        if (all.isEmpty()) {
            return all;
        }
        int directory = set.directoryOf(workload);
        List<PodQuota> near =
                all.stream().filter(quota -> quota.directory() == directory).toList();
        return near.isEmpty() ? all : near;
    }

    static boolean isForAllPods(ResourceQuota quota) {
        return quota.getSpec() != null
                && quota.getSpec().getHard() != null
                && quota.getSpec().getScopeSelector() == null
                && (quota.getSpec().getScopes() == null
                        || quota.getSpec().getScopes().isEmpty());
    }

    private static PodQuota of(ResourceQuota quota, int directory) {
        Map<String, String> resources = new TreeMap<>();
        quota.getSpec().getHard().keySet().forEach(written -> {
            String prefixed = COUNTED.contains(written) ? "requests." + written : written;
            if (COUNTED.contains(prefixed.substring(prefixed.indexOf('.') + 1))
                    && (prefixed.startsWith("requests.") || prefixed.startsWith("limits."))) {
                resources.put(prefixed, written);
            }
        });
        return new PodQuota(ObjectSet.name(quota), directory, resources);
    }

    /** Returns the resources that each container must state, such as {@code requests.cpu}, sorted. */
    Set<String> required() {
        return resources.keySet();
    }

    /** Returns a resource as the quota writes it: {@code cpu} is the same as {@code requests.cpu}. */
    String written(String resource) {
        return resources.getOrDefault(resource, resource);
    }

    /** A quota of another directory may be for a variant that is not applied with the workload. */
    LintReport level(ObjectSet set, HasMetadata workload, LintReport report) {
        boolean near = set.describesCluster() || directory == set.directoryOf(workload);
        return near ? report : report.at(Level.WARNING);
    }
}
