package dev.berth.lint.rule;

import dev.berth.object.ExistingObject;
import java.util.Set;
import java.util.function.Function;

/** What the cluster is said to hold already, and how the author of the objects says that of one more. */
public final class ClusterObjects {

    private final Set<ExistingObject> objects;
    private final Function<ExistingObject, String> hint;

    private ClusterObjects(Set<ExistingObject> objects, Function<ExistingObject, String> hint) {
        this.objects = Set.copyOf(objects);
        this.hint = hint;
    }

    /** Objects that a declaration in Java says exist. */
    public static ClusterObjects declared(Set<ExistingObject> objects) {
        return new ClusterObjects(
                objects, object -> "say existing(\"" + object.kind() + "\", \"" + object.name() + "\") on the set");
    }

    /** Objects that a parameter of the validation lists. */
    public static ClusterObjects listed(Set<ExistingObject> objects) {
        return new ClusterObjects(
                objects, object -> "list " + object.kind() + "/" + object.name() + " in berth.existing");
    }

    boolean has(String kind, String name) {
        return objects.contains(new ExistingObject(kind, name));
    }

    String hint(String kind, String name) {
        return hint.apply(new ExistingObject(kind, name));
    }
}
