package dev.berth.volumes.pod;

import dev.berth.value.FileMode;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import java.util.Optional;

/**
 * A key of a ConfigMap or a Secret as a file in a volume.
 *
 * <pre>{@code
 * KeyToPath.of("tls.key").path("private/server.key").mode(FileMode.of("0400"))
 * }</pre>
 *
 * @param key the key
 * @param path the path of the file in the volume
 * @param mode the permissions of the file; defaults to those of the volume
 */
public record KeyToPath(String key, String path, Optional<FileMode> mode) {

    /**
     * Creates a file.
     *
     * @throws dev.berth.value.InvalidValueException if the key is not valid for a ConfigMap, or the path is absolute,
     *     contains or starts with {@code ..}, or does not name a file; Kubernetes 1.36, {@code validateKeyToPath}
     */
    public KeyToPath {
        NameFormat.CONFIG_KEY.require("KeyToPath key", key);
        FilePaths.require("KeyToPath path", path);
    }

    /** Returns a file with the name of the key. */
    public static KeyToPath of(String key) {
        return new KeyToPath(key, key, Optional.empty());
    }

    /** Returns a copy with another path in the volume. */
    public KeyToPath path(String newPath) {
        return new KeyToPath(key, newPath, mode);
    }

    /** Returns a copy with its own permissions. */
    public KeyToPath mode(FileMode newMode) {
        return new KeyToPath(key, path, Optional.of(newMode));
    }

    io.fabric8.kubernetes.api.model.KeyToPath toModel() {
        return new KeyToPathBuilder()
                .withKey(key)
                .withPath(path)
                .withMode(mode.map(FileMode::bits).orElse(null))
                .build();
    }
}
