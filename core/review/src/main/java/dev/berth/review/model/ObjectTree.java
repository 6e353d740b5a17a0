package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import dev.berth.rules.server.ServerView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects of one tree of manifests, by their identity, in the order in which they stand. */
public final class ObjectTree {
    private final Map<ObjectId, List<TreeObject>> objects;
    private final Map<String, LeftOut> leftOut;

    private ObjectTree(Map<ObjectId, List<TreeObject>> objects, Map<String, LeftOut> leftOut) {
        this.objects = Collections.unmodifiableMap(objects);
        this.leftOut = Collections.unmodifiableMap(leftOut);
    }

    /** A tree of these objects; those of one identity stand in for one another. */
    static ObjectTree of(List<TreeObject> objects, Map<String, LeftOut> leftOut) {
        Map<ObjectId, List<TreeObject>> byId = new LinkedHashMap<>();
        for (TreeObject object : objects) {
            byId.computeIfAbsent(object.id(), id -> new ArrayList<>(1)).add(object);
        }
        return new ObjectTree(byId, leftOut);
    }

    /**
     * A tree of objects of the model, that stand in no file.
     *
     * @throws UnreadableTreeException when two of them have one identity
     */
    public static ObjectTree of(Collection<? extends HasMetadata> models) {
        Map<ObjectId, TreeObject> objects = new LinkedHashMap<>();
        for (HasMetadata model : models) {
            ObjectId id = ObjectId.of(model);
            TreeObject object = new TreeObject(id, Place.NONE, ServerView.tree(model), ServerView::of);
            if (objects.put(id, object) != null) {
                throw new UnreadableTreeException(List.of(id + " is there twice"));
            }
        }
        return of(List.copyOf(objects.values()), Map.of());
    }

    /** The object of this identity: the first of them where several stand in for one another. */
    public Optional<TreeObject> find(ObjectId id) {
        List<TreeObject> found = objects.get(id);
        return found == null ? Optional.empty() : Optional.of(found.get(0));
    }

    /** What this tree has in the place of an object of another one: where several stand in for one another, by the file. */
    public Optional<TreeObject> counterpart(TreeObject object, ObjectTree other) {
        List<TreeObject> mine = objects.getOrDefault(object.id(), List.of());
        int theirs = other.objects.getOrDefault(object.id(), List.of()).size();
        return mine.stream()
                .filter(one -> (mine.size() == 1 && theirs == 1) || one.file().equals(object.file()))
                .findFirst();
    }

    /** All objects. */
    public Collection<TreeObject> objects() {
        return objects.values().stream().flatMap(List::stream).toList();
    }

    /** The files whose documents that are no manifests are others than before, by their paths. */
    public List<String> leftOutSince(ObjectTree before) {
        Set<String> files = new TreeSet<>(leftOut.keySet());
        files.addAll(before.leftOut.keySet());
        List<String> changed = new ArrayList<>();
        for (String file : files) {
            LeftOut now = leftOut.get(file);
            LeftOut old = before.leftOut.get(file);
            if (now != null && (old == null || !old.documents().equals(now.documents()))) {
                changed.add(now.path());
            } else if (now == null && old != null) {
                changed.add(old.path());
            }
        }
        return changed;
    }

    /** What a file holds beside manifests. */
    record LeftOut(String path, List<JsonNode> documents) {}
}
