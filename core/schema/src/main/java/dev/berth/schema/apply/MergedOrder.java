package dev.berth.schema.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of the items of a list after a merge: items of the existing list that the manifest does not have keep their
 * place. Mirrors {@code mergingWalker.visitListItems} in {@code typed/merge.go} of {@code
 * sigs.k8s.io/structured-merge-diff}.
 */
final class MergedOrder {
    private MergedOrder() {}

    static <K> List<K> of(List<K> live, List<K> manifest) {
        Set<K> stated = new HashSet<>(manifest);
        Set<K> existing = new HashSet<>(live);
        Iterator<K> shared = manifest.stream().filter(existing::contains).iterator();
        K next = shared.hasNext() ? shared.next() : null;
        Set<K> merged = new LinkedHashSet<>();
        List<K> order = new ArrayList<>();
        int l = 0;
        int m = 0;
        while (l < live.size() || m < manifest.size()) {
            if (l < live.size() && m < manifest.size() && !live.get(l).equals(manifest.get(m))) {
                if (stated.contains(live.get(l)) && next != null && !next.equals(live.get(l))) {
                    l++;
                    continue;
                }
            } else if (l < live.size() && m < manifest.size()) {
                merged.add(live.get(l));
                order.add(live.get(l));
                l++;
                m++;
                next = shared.hasNext() ? shared.next() : null;
                continue;
            }
            if (l < live.size()) {
                if (!stated.contains(live.get(l))) {
                    order.add(live.get(l));
                    l++;
                    continue;
                } else if (merged.contains(live.get(l))) {
                    l++;
                }
            }
            if (m < manifest.size()) {
                K item = manifest.get(m);
                merged.add(item);
                order.add(item);
                m++;
                if (item.equals(next)) {
                    next = shared.hasNext() ? shared.next() : null;
                }
            }
        }
        return order;
    }
}
