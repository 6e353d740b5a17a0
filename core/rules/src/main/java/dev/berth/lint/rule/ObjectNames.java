package dev.berth.lint.rule;

import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a set by kind, namespace and name, each as its number. */
final class ObjectNames {

    private final TextMap<Integer> first = new TextMap<>();
    /** Objects of an identity that an earlier one has, such as those of files that stand in for one another. */
    private final Map<String, List<Integer>> again = new HashMap<>();

    private final KnownNames known = new KnownNames();

    /**
     * Adds the object with a number.
     *
     * @param kind its kind, which has the group behind a dot for a custom resource
     */
    void add(String kind, HasMetadata object, Integer number) {
        String namespace = ObjectSet.namespace(object);
        String name = ObjectSet.name(object);
        String key = key(kind, namespace, name);
        if (!first.putIfAbsent(key, number).equals(number)) {
            again.computeIfAbsent(key, any -> new ArrayList<>(1)).add(number);
        }
        // Nothing names a workload. A data source is named by its kind alone, without the group of a custom resource.
        if (Kinds.named(object.getKind()).isEmpty()) {
            first.putIfAbsent(key(object.getKind(), namespace, name), number);
            known.add(object.getKind(), namespace, name);
        } else if (Kinds.named(kind).filter(Kind::makesPods).isEmpty()) {
            known.add(kind, namespace, name);
        }
    }

    /** A custom resource may have the same kind as a built-in one, such as the Service of Knative. */
    static String kindOf(HasMetadata object) {
        String version = object.getApiVersion();
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        boolean custom = group.indexOf('.') > 0 && !group.endsWith(".k8s.io");
        return custom ? object.getKind() + "." + group : object.getKind();
    }

    /** Returns whether the set has such an object. */
    boolean has(String kind, String namespace, String name) {
        return first.has(key(kind, namespace, name));
    }

    /** Returns whether the set has an object of this kind. */
    boolean hasKind(String kind) {
        return known.has(kind);
    }

    /** Returns the numbers of all objects with this identity, in the order of the set. */
    List<Integer> numbersOf(String kind, String namespace, String name) {
        String key = key(kind, namespace, name);
        Optional<Integer> one = first.get(key);
        if (one.isEmpty()) {
            return List.of();
        }
        List<Integer> others = again.get(key);
        if (others == null) {
            return List.of(one.get());
        }
        List<Integer> all = new ArrayList<>();
        all.add(one.get());
        all.addAll(others);
        return all;
    }

    /** Returns the namespace of the first object with this kind and name. */
    Optional<String> namespaceOf(String kind, String name) {
        return known.namespaceOf(kind, name);
    }

    /** Returns the names of a kind; none if there are too many to propose one. */
    Collection<String> of(String kind) {
        return known.of(kind);
    }

    /** The namespace of a cluster-scoped object is ignored. */
    private static String key(String kind, String namespace, String name) {
        Optional<Kind> known = Kinds.named(kind);
        boolean isClusterWide = known.isPresent() && known.get().isClusterWide();
        return SetIndex.key(kind, isClusterWide ? "" : namespace, name);
    }
}
