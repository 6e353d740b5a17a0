package dev.berth.volumes.format;

import dev.berth.value.InvalidValueException;
import java.util.Arrays;

/**
 * The format of a path on a node or a file server: absolute and without {@code ..}. In some fields, the API server also
 * accepts a relative path, but the volume then has the wrong content or cannot be mounted.
 *
 * <p>Source: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code validateHostPathVolumeSource}, {@code
 * validateLocalVolumeSource} and {@code validateNFSVolumeSource}.
 */
public final class NodePath {

    private NodePath() {}

    /**
     * Returns the path.
     *
     * @throws InvalidValueException if the path is relative or contains {@code ..}
     */
    public static String require(String what, String path) {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of(what, path, "must be absolute, starting with '/'");
        }
        if (Arrays.asList(path.split("/", -1)).contains("..")) {
            throw InvalidValueException.of(what, path, "must not contain '..'");
        }
        return path;
    }
}
