package dev.berth.lint.storage;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.lint.rule.Workload;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.jspecify.annotations.Nullable;

/** Where databases keep what must not be lost. */
final class DataDirectory {

    private DataDirectory() {}

    /**
     * Whether a mount holds data that must survive: a directory of a known server in any pod, and {@code /data} or what is
     * called so in a StatefulSet, which is there to keep data.
     */
    static boolean isHeldBy(Workload workload, VolumeMount mount) {
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
