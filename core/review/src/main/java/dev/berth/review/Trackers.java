package dev.berth.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The marks by which deployment tools recognize the objects of one tree: an object with the mark of another tree does not
 * belong to this one.
 *
 * <p>Source: the documentation of Argo CD (resource tracking), Flux (Kustomization), Helm (releases) and kubectl
 * (ApplySets).
 */
final class Trackers {
    private static final List<String> ANNOTATIONS =
            List.of("argocd.argoproj.io/tracking-id", "config.k8s.io/owning-inventory", "meta.helm.sh/release-name");
    private static final List<String> LABELS = List.of(
            "applyset.kubernetes.io/part-of", "argocd.argoproj.io/instance", "kustomize.toolkit.fluxcd.io/name");

    private final Set<String> marks = new HashSet<>();

    private Trackers() {}

    /** Returns the marks of the objects that the tree and the cluster both contain. */
    static Trackers of(ObjectTree before, ObjectTree after) {
        Trackers trackers = new Trackers();
        for (TreeObject now : after.objects()) {
            before.find(now.id()).ifPresent(old -> trackers.marks.add(mark(old).orElse("")));
        }
        return trackers;
    }

    /** Returns whether an object that the tree does not contain may have belonged to it. */
    boolean mayBeOfTree(TreeObject object) {
        return marks.isEmpty() || marks.contains(mark(object).orElse(""));
    }

    private static Optional<String> mark(TreeObject object) {
        JsonNode metadata = object.body().path("metadata");
        for (String name : ANNOTATIONS) {
            JsonNode value = metadata.path("annotations").path(name);
            if (value.isTextual()) {
                // The tracking ID of Argo CD starts with the application, and goes on with the object.
                return Optional.of(name + "=" + value.asText().split(":", 2)[0]);
            }
        }
        for (String name : LABELS) {
            JsonNode value = metadata.path("labels").path(name);
            if (value.isTextual()) {
                return Optional.of(name + "=" + value.asText());
            }
        }
        return Optional.empty();
    }
}
