package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * The objects that replace others: under a new name, in another namespace, or as a workload of another kind. Each new
 * object replaces at most one.
 *
 * <p>The clearest pairs are found first: the same name in another namespace, names that only differ by a hash, the same
 * structure under another name, similar contents under names that only differ by their last part, and last a workload of
 * another kind.
 */
final class Successors {
    private static final Set<String> WORKLOADS = Set.of("DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet");

    private final Map<TreeObject, TreeObject> successors = new HashMap<>();
    private final Map<TreeObject, TreeObject> predecessors = new HashMap<>();

    Successors(ObjectTree before, ObjectTree after) {
        List<TreeObject> gone = missing(before, after);
        List<TreeObject> created = missing(after, before);
        if (gone.isEmpty() || created.isEmpty()) {
            return;
        }
        pair(
                gone,
                created,
                object -> Optional.of(object.kind() + "/" + object.id().name()),
                (old, now) -> true);
        pair(
                gone,
                created,
                object -> Optional.of(
                        inNamespace(object) + NameParts.withoutHash(object.id().name())),
                NameParts::differByHash);
        pair(gone, created, Successors::structure, (old, now) -> true);
        pair(
                gone,
                created,
                object -> Optional.of(
                        inNamespace(object) + NameParts.first(object.id().name())),
                Successors::isVariant);
        pair(
                gone,
                created,
                object -> workload(object).map(name -> name + object.id().name()),
                (old, now) -> true);
        pair(gone, created, object -> workload(object).map(name -> name + makeOf(object)), (old, now) -> true);
    }

    /** Returns the object of the new tree that replaces this one of the old tree. */
    Optional<TreeObject> of(TreeObject gone) {
        return Optional.ofNullable(successors.get(gone));
    }

    /** Returns the object of the old tree that this one of the new tree replaces. */
    Optional<TreeObject> predecessor(TreeObject created) {
        return Optional.ofNullable(predecessors.get(created));
    }

    /** Returns whether the two have related names: the same in another namespace, or with another hash or last part. */
    static boolean areRenames(TreeObject old, TreeObject now) {
        boolean moved = old.id().name().equals(now.id().name());
        return old.kind().equals(now.kind())
                && (moved || NameParts.differByHash(old, now) || NameParts.differByLast(old, now));
    }

    private static List<TreeObject> missing(ObjectTree tree, ObjectTree other) {
        return tree.objects().stream()
                .filter(object -> other.find(object.id()).isEmpty())
                .toList();
    }

    /** Pairs the objects with the same key, in order. */
    private void pair(
            List<TreeObject> gone,
            List<TreeObject> created,
            java.util.function.Function<TreeObject, Optional<String>> key,
            BiPredicate<TreeObject, TreeObject> fits) {
        Map<String, List<TreeObject>> byKey = new HashMap<>();
        for (TreeObject now : created) {
            if (!predecessors.containsKey(now)) {
                key.apply(now).ifPresent(text -> byKey.computeIfAbsent(text, any -> new ArrayList<>(1))
                        .add(now));
            }
        }
        for (TreeObject old : gone) {
            if (!successors.containsKey(old)) {
                key.apply(old)
                        .map(byKey::get)
                        .flatMap(candidates -> candidates.stream()
                                .filter(now -> !predecessors.containsKey(now) && fits.test(old, now))
                                .findFirst())
                        .ifPresent(now -> {
                            successors.put(old, now);
                            predecessors.put(now, old);
                        });
            }
        }
    }

    private static String inNamespace(TreeObject object) {
        return object.kind() + "/" + object.id().namespace() + "/";
    }

    /** Returns a description of the object without its name; empty if there is nothing to recognize it by. */
    private static Optional<String> structure(TreeObject object) {
        if (PodTemplate.asWritten(object).isPresent()) {
            return Optional.of(inNamespace(object) + makeOf(object));
        }
        JsonNode spec = object.body().path("spec");
        return spec.isEmpty() ? Optional.empty() : Optional.of(inNamespace(object) + spec);
    }

    private static Optional<String> workload(TreeObject object) {
        return WORKLOADS.contains(object.kind())
                ? Optional.of("workload/" + object.id().namespace() + "/")
                : Optional.empty();
    }

    private static boolean isVariant(TreeObject old, TreeObject now) {
        Set<String> mine = contents(old);
        Set<String> theirs = contents(now);
        Set<String> both = new LinkedHashSet<>(mine);
        both.retainAll(theirs);
        return NameParts.differByLast(old, now) && 2 * both.size() >= Math.max(mine.size(), theirs.size());
    }

    /** Returns what an object consists of: the images of its containers, the keys of its data, or its fields. */
    private static Set<String> contents(TreeObject object) {
        Set<String> contents = new TreeSet<>();
        Optional<PodTemplate> pods = PodTemplate.asWritten(object);
        if (pods.isPresent()) {
            pods.get().containers().forEach(container -> contents.add(container.repository()));
            return contents;
        }
        for (Map.Entry<String, JsonNode> field : object.body().properties()) {
            if (!Set.of("apiVersion", "kind", "metadata").contains(field.getKey())) {
                boolean structure = field.getValue().isObject();
                field.getValue()
                        .properties()
                        .forEach(inner -> contents.add(field.getKey() + "." + inner.getKey()
                                + (field.getKey().equals("spec") ? "=" + inner.getValue() : "")));
                if (!structure) {
                    contents.add(field.getKey() + "=" + field.getValue());
                }
            }
        }
        return contents;
    }

    private static String makeOf(TreeObject object) {
        TreeSet<String> parts = new TreeSet<>();
        PodTemplate.asWritten(object).ifPresent(pods -> pods.containers()
                .forEach(container -> parts.add(container.name() + "=" + container.repository())));
        if (object.kind().equals("StatefulSet")) {
            for (JsonNode template : object.body().path("spec").path("volumeClaimTemplates")) {
                parts.add(template.path("metadata").path("name").asText());
            }
        }
        return parts.toString();
    }
}
