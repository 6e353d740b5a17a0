package dev.berth.lint.rule;

import dev.berth.object.ControllerLabels;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pods of a set by their labels, and what they use. */
final class PodIndex {

    private final Map<String, List<Pods>> byNamespace = new HashMap<>();
    private final TextMap<List<Pods>> byLabel = new TextMap<>();
    private final TextMap<Pods> firstUserOfClaim = new TextMap<>();
    /** The numbers of the StatefulSets by the namespace and name of their governing Service. */
    private final TextMap<List<Integer>> governed = new TextMap<>();

    private final Set<String> namespacesOfUnknown = new HashSet<>();
    /** Labels and names repeat, so equal strings are kept once. */
    private final Map<String, String> texts = new HashMap<>();

    void add(Integer number, PodOwner workload) {
        Pods pods = Pods.of(number, workload, text -> texts.computeIfAbsent(text, any -> text));
        String namespace = pods.namespace();
        byNamespace.computeIfAbsent(namespace, any -> new ArrayList<>(1)).add(pods);
        for (Map.Entry<String, String> label : pods.labels().entrySet()) {
            byLabel.computeIfAbsent(SetIndex.key(namespace, label.getKey(), label.getValue()), () -> new ArrayList<>(1))
                    .add(pods);
        }
        for (PodOwner.VolumePlace place : workload.volumes().values()) {
            var claim = place.volume().getPersistentVolumeClaim();
            if (claim != null && claim.getClaimName() != null) {
                firstUserOfClaim.putIfAbsent(namespace + "/" + claim.getClaimName(), pods);
            }
        }
        if (workload.object() instanceof StatefulSet set && set.getSpec().getServiceName() != null) {
            governed.computeIfAbsent(namespace + "/" + set.getSpec().getServiceName(), () -> new ArrayList<>(1))
                    .add(number);
        }
    }

    /** Records that the pods of this object are not known, if its kind has pods. */
    void addUnknown(String kind, HasMetadata object) {
        if (Kinds.named(kind).filter(Kind::makesPods).isPresent()) {
            namespacesOfUnknown.add(ObjectSet.namespace(object));
        }
    }

    /** Returns the pods with all of these labels; without labels, all pods of the namespace. */
    List<Pods> with(String namespace, Map<String, String> labels) {
        // The rarest label leaves the fewest pods to check; labels that controllers add are not in the index.
        List<Pods> some = byNamespace.getOrDefault(namespace, List.of());
        for (Map.Entry<String, String> label : labels.entrySet()) {
            if (!ControllerLabels.has(label.getKey())) {
                List<Pods> carriers = byLabel.get(SetIndex.key(namespace, label.getKey(), label.getValue()))
                        .orElse(List.of());
                some = carriers.size() < some.size() ? carriers : some;
            }
        }
        List<Pods> found = new ArrayList<>();
        for (Pods pods : some) {
            if (pods.haveAll(labels)) {
                found.add(pods);
            }
        }
        return found;
    }

    boolean areIn(String namespace) {
        return byNamespace.containsKey(namespace);
    }

    boolean hasUnknown(String namespace) {
        return namespacesOfUnknown.contains(namespace);
    }

    /** Returns the numbers of the StatefulSets that name the Service as their governing Service. */
    List<Integer> governedBy(String namespace, String service) {
        return governed.get(namespace + "/" + service).orElse(List.of());
    }

    Optional<Pods> firstUserOf(String namespace, String claim) {
        return firstUserOfClaim.get(namespace + "/" + claim);
    }
}
