package dev.berth.lint.scheduling;

import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySelectorLabelRequirement;
import io.fabric8.kubernetes.api.model.TopologySelectorTerm;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The zones to which a pod or the volumes of a class are bound by node labels. */
final class PodZones {

    private static final String ZONE = "/zone";

    private PodZones() {}

    /** Returns the zones in which the pod may run; empty if it is not bound to zones. */
    static Optional<Set<String>> of(PodSpec pod) {
        Optional<Set<String>> zones = Optional.empty();
        if (pod.getNodeSelector() != null) {
            for (var label : pod.getNodeSelector().entrySet()) {
                if (isZone(label.getKey())) {
                    zones = both(zones, Optional.of(Set.of(String.valueOf(label.getValue()))));
                }
            }
        }
        NodeSelector required = pod.getAffinity() == null || pod.getAffinity().getNodeAffinity() == null
                ? null
                : pod.getAffinity().getNodeAffinity().getRequiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? zones : both(zones, of(required));
    }

    /** Terms are alternatives, so a term without a zone allows all zones. */
    private static Optional<Set<String>> of(NodeSelector selector) {
        Set<String> zones = new TreeSet<>();
        for (NodeSelectorTerm term : PodOwner.orEmpty(selector.getNodeSelectorTerms())) {
            Optional<Set<String>> ofTerm = Optional.empty();
            for (NodeSelectorRequirement requirement :
                    term == null ? List.<NodeSelectorRequirement>of() : PodOwner.orEmpty(term.getMatchExpressions())) {
                if (requirement != null && isZone(requirement.getKey()) && "In".equals(requirement.getOperator())) {
                    ofTerm = both(ofTerm, Optional.of(named(requirement.getValues())));
                }
            }
            if (ofTerm.isEmpty()) {
                return Optional.empty();
            }
            zones.addAll(ofTerm.get());
        }
        return zones.isEmpty() ? Optional.empty() : Optional.of(zones);
    }

    /** Returns the zones in which the class provisions volumes; empty if it is not restricted to zones. */
    static Optional<Set<String>> of(StorageClass storageClass) {
        Set<String> zones = new TreeSet<>();
        for (TopologySelectorTerm term : PodOwner.orEmpty(storageClass.getAllowedTopologies())) {
            Optional<Set<String>> ofTerm = Optional.empty();
            for (TopologySelectorLabelRequirement requirement : term == null
                    ? List.<TopologySelectorLabelRequirement>of()
                    : PodOwner.orEmpty(term.getMatchLabelExpressions())) {
                if (requirement != null && isZone(requirement.getKey())) {
                    ofTerm = both(ofTerm, Optional.of(named(requirement.getValues())));
                }
            }
            if (ofTerm.isEmpty()) {
                return Optional.empty();
            }
            zones.addAll(ofTerm.get());
        }
        return zones.isEmpty() ? Optional.empty() : Optional.of(zones);
    }

    /** An entry without a value is refused by the API server, or is an empty string for it. */
    private static Set<String> named(@Nullable List<String> values) {
        Set<String> zones = new HashSet<>(PodOwner.orEmpty(values));
        zones.remove(null);
        return zones;
    }

    private static boolean isZone(@Nullable String key) {
        return key != null && key.endsWith(ZONE);
    }

    private static Optional<Set<String>> both(Optional<Set<String>> left, Optional<Set<String>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isPresent() ? left : right;
        }
        Set<String> common = new TreeSet<>(left.get());
        common.retainAll(right.get());
        return Optional.of(common);
    }
}
