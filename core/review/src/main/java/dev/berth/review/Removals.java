package dev.berth.review;

import dev.berth.review.live.Creator;
import dev.berth.review.live.LiveObject;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to the objects that the new tree does not contain.
 *
 * @param deleted those that are deleted
 * @param remaining those that the author applied, and that stay because nothing prunes them
 * @param staying all that stay, including those of others
 * @param unknown those of which nothing states who created them
 */
record Removals(
        List<TreeObject> deleted, List<TreeObject> remaining, List<TreeObject> staying, List<TreeObject> unknown) {
    private static final int FEW = 5;

    static Removals of(ObjectTree before, ObjectTree after, ApplyOptions options) {
        Removals removals = new Removals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> namespaces = namespaces(after, options);
        Trackers trackers = Trackers.of(before, after);
        for (TreeObject old : before.objects()) {
            if (after.counterpart(old, before).isEmpty()) {
                removals.add(old, namespaces, trackers, options);
            }
        }
        for (TreeObject other : before.others()) {
            if (after.find(other.id()).isEmpty()) {
                removals.staying.add(other);
            }
        }
        return removals;
    }

    private void add(TreeObject old, Set<String> namespaces, Trackers trackers, ApplyOptions options) {
        boolean prune = options.prune().orElse(old.live().isEmpty());
        Creator creator = old.live().isEmpty()
                ? Creator.AUTHOR
                : isOfTree(old, namespaces, prune) && trackers.mayBeOfTree(old)
                        ? creator(old, old.live().get(), options)
                        : Creator.OTHERS;
        if (creator == Creator.AUTHOR && prune) {
            deleted.add(old);
            return;
        }
        staying.add(old);
        if (creator == Creator.AUTHOR) {
            remaining.add(old);
        } else if (creator == Creator.UNKNOWN) {
            unknown.add(old);
        }
    }

    private static Creator creator(TreeObject old, LiveObject live, ApplyOptions options) {
        return Creator.of(old.id(), live, options.fieldManager());
    }

    private static Set<String> namespaces(ObjectTree after, ApplyOptions options) {
        Set<String> namespaces = new TreeSet<>(options.namespaces());
        for (TreeObject object : after.objects()) {
            if (!object.id().namespace().isEmpty()) {
                namespaces.add(object.id().namespace());
            }
        }
        return namespaces;
    }

    /**
     * Cluster-wide objects belong to everyone: only volumes of the tree's claims may be the tree's own, and, as pruning
     * deletes everything in it, a Namespace.
     */
    private static boolean isOfTree(TreeObject old, Set<String> namespaces, boolean prune) {
        return switch (old.kind()) {
            case "Namespace" -> prune && namespaces.contains(old.id().name());
            case "PersistentVolume" ->
                namespaces.contains(old.body()
                        .path("spec")
                        .path("claimRef")
                        .path("namespace")
                        .asText());
            default -> namespaces.contains(old.id().namespace());
        };
    }

    /** Returns a sentence about the objects of which nobody knows who created them. */
    List<String> notes() {
        if (unknown.isEmpty()) {
            return List.of();
        }
        List<String> names = unknown.stream()
                .limit(FEW)
                .map(object -> object.id().toString())
                .toList();
        int more = unknown.size() - names.size();
        return List.of("The cluster also contains " + String.join(", ", names)
                + (more == 0 ? "" : " and " + more + " more")
                + ". Nothing states who created "
                + (unknown.size() == 1 ? "it, so it is" : "them, so they are")
                + " not compared: read the cluster with --show-managed-fields.");
    }
}
