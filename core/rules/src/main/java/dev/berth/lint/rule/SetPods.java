package dev.berth.lint.rule;

import dev.berth.object.TemplatedPod;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a whole set, as a judged object sees them: a selector selects the nearest pods, those in the same file, else in
 * the same directory, else anywhere.
 */
public final class SetPods {

    private static final String CLAIM = "PersistentVolumeClaim";

    private final SetIndex index;
    private final ObjectSet set;

    SetPods(SetIndex index, ObjectSet set) {
        this.index = index;
        this.set = set;
    }

    /**
     * Returns the nearest pods of a namespace with all of these labels; without labels, all pods of the namespace count.
     *
     * @param from the judged object that selects them
     */
    public List<Pods> with(HasMetadata from, String namespace, @Nullable Map<String, String> labels) {
        return nearest(from, index.pods().with(namespace, labels == null ? Map.of() : labels));
    }

    /** The same for a selector that may have expressions. */
    public List<Pods> with(HasMetadata from, String namespace, LabelSelector selector) {
        Map<String, String> labels = selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
        List<Pods> selected = new ArrayList<>();
        for (Pods pods : index.pods().with(namespace, labels)) {
            if (LabelSelectors.matches(selector, pods.labels())) {
                selected.add(pods);
            }
        }
        return nearest(from, selected);
    }

    private List<Pods> nearest(HasMetadata from, List<Pods> pods) {
        return index.places().nearestPods(set.numberOf(from), pods);
    }

    /** Returns whether the set has pods of the namespace. */
    public boolean areIn(String namespace) {
        return index.pods().areIn(namespace);
    }

    /** Returns whether the namespace has pods that are not known, such as those of an object that cannot be decoded. */
    public boolean areUnknownIn(String namespace) {
        return index.pods().hasUnknown(namespace);
    }

    /** Returns who may add labels to the pods of a namespace, such as a program with a role of the set. */
    public Optional<String> labeler(String namespace) {
        return index.made().podLabeler(namespace);
    }

    /** Returns who may start pods in a namespace that the set does not show, such as an operator. */
    public Optional<String> maker(String namespace) {
        return index.made().podMaker(namespace);
    }

    /**
     * Returns the first pods of the set that use the same claim as a volume: the one to which its name leads from both.
     *
     * @param from the judged object that uses the claim
     */
    public Optional<Pods> firstUserOf(HasMetadata from, String namespace, String claim) {
        Optional<Integer> own = index.numberOf(CLAIM, namespace, claim, set.numberOf(from));
        return index.pods().firstUserOf(namespace, claim).filter(pods -> index.numberOf(
                        CLAIM, namespace, claim, pods.number())
                .equals(own));
    }

    /** Returns the workload that these pods belong to. */
    public Optional<PodOwner> workloadOf(Pods pods) {
        return owner(set.get(pods.number()));
    }

    /** Returns whether a StatefulSet has the Service as its governing Service. */
    public boolean areGovernedBy(String namespace, String service) {
        return !index.pods().governedBy(namespace, service).isEmpty();
    }

    /** Returns the StatefulSets whose governing Service is this judged object, which is the nearest with its name. */
    public List<PodOwner> governedBy(Service service) {
        String namespace = ObjectSet.namespace(service);
        String name = ObjectSet.name(service);
        int own = set.numberOf(service);
        List<PodOwner> governed = new ArrayList<>();
        for (int number : index.pods().governedBy(namespace, name)) {
            if (index.numberOf("Service", namespace, name, number).equals(Optional.of(own))) {
                owner(set.get(number)).ifPresent(governed::add);
            }
        }
        return governed;
    }

    private static Optional<PodOwner> owner(HasMetadata object) {
        return TemplatedPod.of(object).map(pod -> new PodOwner(object, ObjectSet.namespace(object), pod));
    }
}
