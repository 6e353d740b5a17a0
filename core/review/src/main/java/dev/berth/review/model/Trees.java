package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.object.ObjectId;
import dev.berth.rules.tree.SemanticEquality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two trees of a review, and the references in them. */
public final class Trees {
    private final PartialApply apply;
    private final ObjectTree before;
    private final ObjectTree after;
    private final PodTemplateIndex podsAfter;
    private final PodTemplateIndex podsBefore;
    private final Successors successors;
    private final Map<String, List<TreeObject>> services;
    private final KubernetesVersion version;

    /** The trees before and after, what the cluster contains once the new one is applied, and its version. */
    public Trees(PartialApply apply, KubernetesVersion version) {
        this.apply = apply;
        this.version = version;
        this.before = apply.before();
        this.after = apply.after();
        this.podsBefore = new PodTemplateIndex(before);
        this.podsAfter = new PodTemplateIndex(apply.applied());
        this.successors = new Successors(before, after);
        this.services = new HashMap<>();
        for (TreeObject object : apply.applied().objects()) {
            if (object.kind().equals("Service")) {
                for (Map.Entry<String, JsonNode> label :
                        object.body().path("spec").path("selector").properties()) {
                    services.computeIfAbsent(
                                    label(
                                            object.id().namespace(),
                                            label.getKey(),
                                            label.getValue().asText()),
                                    key -> new ArrayList<>())
                            .add(object);
                }
            }
        }
    }

    /** Returns the version of the cluster. */
    public KubernetesVersion version() {
        return version;
    }

    /** Returns the tree before. */
    public ObjectTree before() {
        return before;
    }

    /** Returns the tree after. */
    public ObjectTree after() {
        return after;
    }

    /** Returns the pods of the tree before. */
    public PodTemplateIndex podsBefore() {
        return podsBefore;
    }

    /** Returns the pods of the cluster after the apply: those of refused objects are the old ones. */
    public PodTemplateIndex podsAfter() {
        return podsAfter;
    }

    /** Returns whether the server refuses an object of the new tree, so that the old one stays. */
    public boolean refuses(TreeObject now) {
        return apply.refused().containsKey(now.id());
    }

    /** Returns the new pods with these labels that the cluster does not get, because their objects are refused. */
    public List<PodTemplate> refusedPods(String namespace, JsonNode labels) {
        List<PodTemplate> pods = new ArrayList<>();
        for (TreeObject now : apply.refused().values()) {
            PodTemplate.asWritten(now)
                    .filter(template -> now.id().namespace().equals(namespace))
                    .filter(template -> labels.properties().stream().allMatch(label -> label.getValue()
                            .equals(template.metadata().path("labels").path(label.getKey()))))
                    .ifPresent(pods::add);
        }
        pods.sort(Comparator.comparing(template -> template.owner().id().toString()));
        return pods;
    }

    /** Returns an object of the new tree, or else of the old one. */
    public Optional<TreeObject> either(ObjectId id) {
        return after.find(id).or(() -> before.find(id));
    }

    /** Returns the StorageClass with this name in either tree. */
    public Optional<TreeObject> storageClass(String name) {
        return either(new ObjectId("storage.k8s.io", "StorageClass", "", name));
    }

    /** Returns the new object that looks like a renamed version of this one, which is gone. */
    public Optional<TreeObject> successor(TreeObject gone) {
        return successors.of(gone);
    }

    /** Returns the object of the old tree that this new one is, under a new name or in another namespace. */
    public Optional<TreeObject> oldName(TreeObject created) {
        return successors.predecessor(created).filter(old -> Successors.areRenames(old, created));
    }

    /** Returns the object of the new tree that this old one is, under a new name or in another namespace. */
    public Optional<TreeObject> newName(TreeObject gone) {
        return successor(gone).filter(next -> Successors.areRenames(gone, next));
    }

    /** Returns the Services of the cluster after the apply that select pods by this label, among others. */
    public List<TreeObject> servicesSelecting(String namespace, String key, String value) {
        return services.getOrDefault(label(namespace, key, value), List.of());
    }

    /** Returns whether both trees have the object, and it differs in this field. */
    public boolean changes(ObjectId id, String path) {
        Optional<TreeObject> old = before.find(id);
        Optional<TreeObject> now = after.find(id);
        if (old.isEmpty() || now.isEmpty()) {
            return false;
        }
        String[] steps = path.split("\\.", -1);
        return !SemanticEquality.equal(
                steps[steps.length - 1], old.get().at(steps), now.get().at(steps));
    }

    private static String label(String namespace, String key, String value) {
        return namespace + "/" + key + "=" + value;
    }
}
