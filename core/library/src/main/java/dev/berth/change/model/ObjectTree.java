package dev.berth.change.model;

import dev.berth.manifest.ObjectId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one tree of manifests, by their identity, in the order in which they stand. */
public final class ObjectTree {
    private final Map<ObjectId, TreeObject> objects;
    private final List<String> leftOut;

    private ObjectTree(Map<ObjectId, TreeObject> objects, List<String> leftOut) {
        this.objects = Collections.unmodifiableMap(objects);
        this.leftOut = List.copyOf(leftOut);
    }

    static ObjectTree of(List<TreeObject> objects, List<String> leftOut) {
        Map<ObjectId, TreeObject> byId = new LinkedHashMap<>();
        for (TreeObject object : objects) {
            if (byId.put(object.id(), object) != null) {
                throw new UnreadableTreeException(List.of(object.id() + " is there twice"));
            }
        }
        return new ObjectTree(byId, leftOut);
    }

    /**
     * A tree of objects of the model, that stand in no file.
     *
     * @throws UnreadableTreeException when two of them have one identity
     */
    public static ObjectTree of(Collection<? extends HasMetadata> models) {
        List<TreeObject> objects = new ArrayList<>();
        for (HasMetadata model : models) {
            objects.add(new TreeObject(ObjectId.of(model), "", 1, ServerView.tree(model), ServerView::of));
        }
        return of(objects, List.of());
    }

    /** The object of this identity. */
    public Optional<TreeObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** All objects. */
    public Collection<TreeObject> objects() {
        return objects.values();
    }

    /** Documents of its files that are no manifests, each as {@code file:line}. */
    public List<String> leftOut() {
        return leftOut;
    }
}
