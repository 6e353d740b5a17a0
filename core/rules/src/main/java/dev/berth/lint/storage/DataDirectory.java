package dev.berth.lint.storage;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.jspecify.annotations.Nullable;

/** The directories with data that must not be lost. */
final class DataDirectory {

    private DataDirectory() {}

    /**
     * Returns whether a mount contains data that must survive: a directory of a known server in any pod, and in a
     * StatefulSet also {@code /data} or a path with such a name.
     */
    static boolean isHeldBy(PodOwner workload, VolumeMount mount) {
        String path = normal(mount.getMountPath());
        return !Boolean.TRUE.equals(mount.getReadOnly())
                && (ImageCatalog.dataPaths().contains(path)
                        || (workload.object() instanceof StatefulSet && isCalledData(path, mount.getName())));
    }

    private static boolean isCalledData(String path, @Nullable String name) {
        return path.equals("/data")
                || path.endsWith("/data")
                || "data".equals(name)
                || (name != null && name.endsWith("-data"));
    }

    static String normal(@Nullable String path) {
        String text = path == null ? "" : path;
        return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
