package dev.berth.lint.rule;

import dev.berth.object.ExistingObject;
import dev.berth.object.References;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is declared to be in the cluster already, and how an author declares one more object. */
public final class ClusterObjects {

    private final Set<ExistingObject> objects;
    private final List<ExistingPattern> patterns;
    private final boolean isComplete;
    private final Function<ExistingObject, String> hint;

    private ClusterObjects(
            Set<ExistingObject> objects,
            List<ExistingPattern> patterns,
            boolean isComplete,
            Function<ExistingObject, String> hint) {
        this.objects = Set.copyOf(objects);
        this.patterns = List.copyOf(patterns);
        this.isComplete = isComplete;
        this.hint = hint;
    }

    /** Objects that a declaration in Java says exist. */
    public static ClusterObjects declared(Set<ExistingObject> objects) {
        return new ClusterObjects(
                objects,
                List.of(),
                true,
                object -> "say existing(\"" + object.kind() + "\", \"" + object.name() + "\") on the set");
    }

    /** Objects that a parameter of the validation lists, in which {@code *} stands for any characters. */
    public static ClusterObjects listed(Set<ExistingObject> objects) {
        return new ClusterObjects(
                Set.of(),
                objects.stream().map(ExistingPattern::new).toList(),
                false,
                object -> "list " + object.kind() + "/" + object.name() + " in berth.existing");
    }

    /** Returns these and other objects. */
    public ClusterObjects and(Set<ExistingObject> others) {
        Set<ExistingObject> all = new HashSet<>(objects);
        all.addAll(others);
        return new ClusterObjects(all, patterns, isComplete, hint);
    }

    /** Notes which of the listed objects an object refers to. */
    public void note(HasMetadata object) {
        if (!patterns.isEmpty()) {
            References.of(object).forEach(reference -> has(reference.kind(), reference.name()));
        }
    }

    /** Returns what is listed and matches nothing that the objects refer to, sorted. */
    public Stream<String> unmatched() {
        return patterns.stream()
                .filter(pattern -> !pattern.hasMatched())
                .map(ExistingPattern::toString)
                .sorted();
    }

    /**
     * Returns whether they are all objects outside the set that it needs, as a declaration says. A directory of manifests
     * does not know what else is in the cluster.
     */
    boolean isComplete() {
        return isComplete;
    }

    boolean has(String kind, String name) {
        boolean listed = false;
        for (ExistingPattern pattern : patterns) {
            listed |= pattern.matches(kind, name);
        }
        return listed || objects.contains(new ExistingObject(kind, name));
    }

    String hint(String kind, String name) {
        return hint.apply(new ExistingObject(kind, name));
    }
}
