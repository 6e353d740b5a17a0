package dev.berth.volumes.pod;

import dev.berth.value.FileMode;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import java.util.Optional;

/**
 * A key of a ConfigMap or a Secret that becomes a file of a volume.
 *
 * <pre>{@code
 * KeyToPath.of("tls.key").path("private/server.key").mode(FileMode.of("0400"))
 * }</pre>
 *
 * @param key the key
 * @param path where the file is in the volume
 * @param mode the permissions of the file; those of the volume unless given
 */
public record KeyToPath(String key, String path, Optional<FileMode> mode) {

    /**
     * Names a key and a path.
     *
     * @throws dev.berth.value.InvalidValueException when the key is none of a ConfigMap, or the path is absolute, has
     *     {@code ..} as a part, starts with {@code ..}, or names no file; Kubernetes 1.36, {@code validateKeyToPath}
     */
    public KeyToPath {
        NameFormat.CONFIG_KEY.require("KeyToPath key", key);
        FilePaths.require("KeyToPath path", path);
    }

    /** A file with the name of the key. */
    public static KeyToPath of(String key) {
        return new KeyToPath(key, key, Optional.empty());
    }

    /** The same key at another path of the volume. */
    public KeyToPath path(String newPath) {
        return new KeyToPath(key, newPath, mode);
    }

    /** The same file with other permissions than the rest of the volume. */
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
