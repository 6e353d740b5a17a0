package dev.berth.lint.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens to data when its container restarts. */
enum DataFate {
    /** It is on a volume of the pod. */
    KEPT,
    /** It is in the file system of the container. */
    IN_CONTAINER,
    /** It is on a volume that the image declares, below the path at which a claim is mounted. */
    ON_IMAGE_VOLUME,
    /** As {@link #IN_CONTAINER}, for a part of the data. */
    PART_IN_CONTAINER;

    /**
     * @param fate what happens to the data
     * @param mount the mount that the directory is on, or the one that the volume of the image hides
     */
    record Answer(DataFate fate, Optional<MountedVolume> mount) {}

    /**
     * Finds the mount that a directory is on: the one with the longest path. A volume of the image counts unless something is
     * mounted at exactly its path. Source: {@code volumeMounts}, {@code internal/cri/server/container_create.go} of
     * containerd. CRI-O creates a directory instead, on the claim ({@code image_volumes} defaults to {@code mkdir}).
     */
    static Answer of(List<MountedVolume> mounts, ServerData data) {
        Optional<MountedVolume> nearest = Optional.empty();
        for (MountedVolume mount : mounts) {
            if (ContainerPaths.contains(mount.path(), data.path())
                    && nearest.filter(known ->
                                    known.path().length() >= mount.path().length())
                            .isEmpty()) {
                nearest = Optional.of(mount);
            }
        }
        if (nearest.isEmpty()) {
            return new Answer(data.isPart() ? PART_IN_CONTAINER : IN_CONTAINER, nearest);
        }
        boolean isHidden = nearest.get().isClaim() && hasImageVolume(nearest.get(), data);
        return new Answer(isHidden ? ON_IMAGE_VOLUME : KEPT, nearest);
    }

    private static boolean hasImageVolume(MountedVolume nearest, ServerData data) {
        if (data.layout().isEmpty()) {
            return false;
        }
        for (String volume : data.layout().get().volumes()) {
            if (volume.length() > nearest.path().length() && ContainerPaths.contains(volume, data.path())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name or path of a mount shows that it is for something other than the data. */
    static boolean isForSomethingElse(MountedVolume mount) {
        return namesSomethingElse(mount.volume()) || namesSomethingElse(mount.path());
    }

    private static boolean namesSomethingElse(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        for (String word : Words.SOMETHING_ELSE) {
            if (lowerCase.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static final class Words {
        static final List<String> SOMETHING_ELSE = List.of(
                "backup", "dump", "log", "conf", "cert", "tls", "secret", "script", "init", "import", "export",
                "plugin", "tmp", "temp", "cache", "archive", "wal");
    }
}
