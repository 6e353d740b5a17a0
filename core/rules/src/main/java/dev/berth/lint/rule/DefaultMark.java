package dev.berth.lint.rule;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;

/** How a StorageClass is marked as the default of its cluster. */
public final class DefaultMark {

    private static final List<String> ANNOTATIONS =
            List.of("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class");

    private DefaultMark() {}

    /** Returns whether a StorageClass is marked as the default. */
    public static boolean isOn(StorageClass storageClass) {
        Map<String, String> annotations = storageClass.getMetadata().getAnnotations();
        return annotations != null
                && ANNOTATIONS.stream().anyMatch(annotation -> "true".equals(annotations.get(annotation)));
    }
}
