package dev.berth.lint.rule;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;

/** The claims that StatefulSets create from their templates, with their first ordinals. */
final class ClaimsMade {

    /** No namespace has this name. */
    private static final String ANYWHERE = "*";

    /** By the name without the ordinal: {@code namespace/template-set}. */
    private final TextMap<List<Range>> ranges = new TextMap<>();

    private record Range(int first, long end) {}

    void add(PodOwner workload) {
        if (workload.object() instanceof StatefulSet set) {
            Integer start = set.getSpec().getOrdinals() == null
                    ? null
                    : set.getSpec().getOrdinals().getStart();
            int first = start == null ? 0 : start;
            Range range = new Range(first, (long) first + workload.replicas());
            for (PersistentVolumeClaim template : workload.claimTemplates()) {
                ObjectMeta metadata = template.getMetadata();
                if (metadata != null) {
                    String stem = "/" + metadata.getName() + "-" + ObjectSet.name(set);
                    add(workload.namespace() + stem, range);
                    add(ANYWHERE + stem, range);
                }
            }
        }
    }

    private void add(String stem, Range range) {
        ranges.computeIfAbsent(stem, () -> new ArrayList<>(1)).add(range);
    }

    boolean hasAnywhere(String name) {
        return has(ANYWHERE, name);
    }

    boolean has(String namespace, String name) {
        int dash = name.lastIndexOf('-');
        if (dash < 0 || !name.substring(dash + 1).matches("0|[1-9][0-9]{0,9}")) {
            return false;
        }
        long ordinal = Long.parseLong(name.substring(dash + 1));
        return ranges.get(namespace + "/" + name.substring(0, dash)).orElse(List.of()).stream()
                .anyMatch(range -> ordinal >= range.first() && ordinal < range.end());
    }
}
