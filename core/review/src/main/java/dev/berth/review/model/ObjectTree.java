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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The objects of one tree of manifests, by identity, in the order of the files. */
public final class ObjectTree {
    private final Map<ObjectId, List<TreeObject>> objects;
    private final Map<ObjectId, TreeObject> others;
    private final Map<String, LeftOut> leftOut;
    private final Optional<ClusterReading> reading;

    private ObjectTree(
            Map<ObjectId, List<TreeObject>> objects,
            Map<ObjectId, TreeObject> others,
            Map<String, LeftOut> leftOut,
            Optional<ClusterReading> reading) {
        this.reading = reading;
        this.objects = Collections.unmodifiableMap(objects);
        this.others = Collections.unmodifiableMap(others);
        this.leftOut = Collections.unmodifiableMap(leftOut);
    }

    /** Returns a tree of these objects; those with the same identity are alternatives. */
    static ObjectTree of(List<TreeObject> objects, Map<String, LeftOut> leftOut) {
        Map<ObjectId, List<TreeObject>> byId = new LinkedHashMap<>();
        Map<ObjectId, TreeObject> others = new LinkedHashMap<>();
        Controllers controllers = Controllers.of(objects);
        for (TreeObject object : objects) {
            if (controllers.created(object)) {
                others.put(object.id(), object);
            } else {
                byId.computeIfAbsent(object.id(), id -> new ArrayList<>(1)).add(object);
            }
        }
        return new ObjectTree(byId, others, leftOut, Optional.empty());
    }

    /**
     * Returns a tree of model objects, which are in no file.
     *
     * @throws UnreadableTreeException if two of them have the same identity
     */
    public static ObjectTree of(Collection<? extends HasMetadata> models) {
        Map<ObjectId, TreeObject> objects = new LinkedHashMap<>();
        for (HasMetadata model : models) {
            ObjectId id = ObjectId.of(model);
            TreeObject object = new TreeObject(id, Place.NONE, ServerView.tree(model), ServerView::of);
            if (objects.put(id, object) != null) {
                throw new UnreadableTreeException(List.of(id + " is a duplicate"));
            }
        }
        return of(List.copyOf(objects.values()), Map.of());
    }

    /** Returns the object with this identity, whoever created it: the first if there are alternatives. */
    public Optional<TreeObject> find(ObjectId id) {
        List<TreeObject> found = objects.get(id);
        return found == null ? Optional.ofNullable(others.get(id)) : Optional.of(found.get(0));
    }

    /**
     * Returns the object of this tree that corresponds to an object of another tree: of several alternatives, the one
     * in the same file, or else the one whose file moved.
     */
    public Optional<TreeObject> counterpart(TreeObject object, ObjectTree other) {
        List<TreeObject> mine = alternatives(object.id());
        List<TreeObject> theirs = other.alternatives(object.id());
        if (mine.size() == 1 && theirs.size() == 1) {
            return Optional.of(mine.get(0));
        }
        Optional<TreeObject> sameFile =
                mine.stream().filter(one -> one.file().equals(object.file())).findFirst();
        return sameFile.isPresent() ? sameFile : moved(object, mine, theirs);
    }

    private List<TreeObject> alternatives(ObjectId id) {
        TreeObject other = others.get(id);
        return objects.getOrDefault(id, other == null ? List.of() : List.of(other));
    }

    /** Returns the alternative whose file the other tree does not have, as the files that moved are in order. */
    private static Optional<TreeObject> moved(TreeObject object, List<TreeObject> mine, List<TreeObject> theirs) {
        List<TreeObject> left = without(mine, theirs);
        int place = without(theirs, mine).indexOf(object);
        return place >= 0 && place < left.size() ? Optional.of(left.get(place)) : Optional.empty();
    }

    private static List<TreeObject> without(List<TreeObject> some, List<TreeObject> others) {
        return some.stream()
                .filter(one -> others.stream().noneMatch(other -> other.file().equals(one.file())))
                .toList();
    }

    /** Returns all objects that an author may have written: all of a tree, and those of a cluster without {@link #others}. */
    public Collection<TreeObject> objects() {
        return objects.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the objects of a cluster that controllers created: pods, claims of StatefulSets, provisioned volumes. */
    public Collection<TreeObject> others() {
        return others.values();
    }

    /** Returns whether a cluster returned any of the objects. */
    public boolean isLive() {
        return Stream.concat(objects().stream(), others.values().stream())
                .anyMatch(object -> object.live().isPresent());
    }

    /** Returns the tree as one that was read from a running cluster: its objects are in no file, and some may be missing. */
    public ObjectTree ofCluster(ClusterReading how) {
        return new ObjectTree(objects, others, leftOut, Optional.of(how)).changed(TreeObject::withoutFile);
    }

    /** Returns how the objects were read; empty if they are not those of a running cluster. */
    public Optional<ClusterReading> reading() {
        return reading;
    }

    /** Returns the tree as manifests: without what controllers created, and without the fields that they set. */
    public ObjectTree manifests() {
        return isLive() ? new ObjectTree(objects, Map.of(), leftOut, reading).changed(TreeObject::manifest) : this;
    }

    /** Returns the tree with other contents of its objects. */
    public ObjectTree changed(UnaryOperator<TreeObject> change) {
        Map<ObjectId, List<TreeObject>> changed = new LinkedHashMap<>();
        for (TreeObject object : objects()) {
            TreeObject other = change.apply(object);
            changed.computeIfAbsent(other.id(), id -> new ArrayList<>(1)).add(other);
        }
        return new ObjectTree(changed, others, leftOut, reading);
    }

    /** Returns the paths of files whose documents other than manifests differ from before. */
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

    /** The contents of a file besides manifests. */
    record LeftOut(String path, List<JsonNode> documents) {}
}
