package dev.berth.lint.rule;

import dev.berth.object.ExistingObject;
import java.util.Set;
import java.util.function.Function;

/** What the cluster is said to hold already, and how the author of the objects says that of one more. */
public final class ClusterObjects {

    private final Set<ExistingObject> objects;
    private final boolean isComplete;
    private final Function<ExistingObject, String> hint;

    private ClusterObjects(Set<ExistingObject> objects, boolean isComplete, Function<ExistingObject, String> hint) {
        this.objects = Set.copyOf(objects);
        this.isComplete = isComplete;
        this.hint = hint;
    }

    /** Objects that a declaration in Java says exist. */
    public static ClusterObjects declared(Set<ExistingObject> objects) {
        return new ClusterObjects(
                objects,
                true,
                object -> "say existing(\"" + object.kind() + "\", \"" + object.name() + "\") on the set");
    }

    /** Objects that a parameter of the validation lists. */
    public static ClusterObjects listed(Set<ExistingObject> objects) {
        return new ClusterObjects(
                objects, false, object -> "list " + object.kind() + "/" + object.name() + " in berth.existing");
    }

    /**
     * Returns whether they are all objects outside the set that it needs, as a declaration says. A directory of manifests
     * does not know what else is in the cluster.
     */
    boolean isComplete() {
        return isComplete;
    }

    boolean has(String kind, String name) {
        return objects.contains(new ExistingObject(kind, name));
    }

    String hint(String kind, String name) {
        return hint.apply(new ExistingObject(kind, name));
    }
}
