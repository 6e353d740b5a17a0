package dev.berth.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;

/**
 * The class that a claim got when it was created without one. It cannot change afterwards.
 *
 * <p>Source: {@code Admit} of {@code plugin/pkg/admission/storage/storageclass/setdefault/admission.go} (Kubernetes 1.36).
 */
final class DefaultClass {
    /** Stands for a default class that is not in the tree. */
    private static final String UNKNOWN = "(the default class)";

    private static final String ANNOTATION = "storageclass.kubernetes.io/is-default-class";

    private DefaultClass() {}

    /** Returns the old claim with the class that the cluster set, if the new one names a class; other objects as they are. */
    static TreeObject filledIn(TreeObject old, TreeObject now, ObjectTree before) {
        boolean claim = old.kind().equals("PersistentVolumeClaim")
                && !old.body().path("spec").has("storageClassName")
                && now.body().path("spec").hasNonNull("storageClassName");
        if (!claim || !(old.body().path("spec") instanceof ObjectNode)) {
            return old;
        }
        ObjectNode body = old.body().deepCopy();
        if (body.path("spec") instanceof ObjectNode spec) {
            spec.put("storageClassName", name(before));
        }
        return old.withBody(body);
    }

    private static String name(ObjectTree tree) {
        for (TreeObject object : tree.objects()) {
            JsonNode annotation =
                    object.body().path("metadata").path("annotations").path(ANNOTATION);
            if (object.kind().equals("StorageClass") && annotation.asText().equals("true")) {
                return object.id().name();
            }
        }
        return UNKNOWN;
    }
}
