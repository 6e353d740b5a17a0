package dev.berth.volumes;

import dev.berth.value.InvalidValueException;
import java.util.Arrays;

/**
 * The rule for a path on a node or a file server: absolute and without {@code ..}. The API server takes a relative one in
 * some places, and the volume is then not what it was meant to be, or cannot be mounted.
 *
 * <p>Source: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code validateHostPathVolumeSource}, {@code
 * validateLocalVolumeSource} and {@code validateNFSVolumeSource}.
 */
final class NodePath {

    private NodePath() {}

    static String require(String what, String path) {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of(what, path, "must be absolute, so start with '/'");
        }
        if (Arrays.asList(path.split("/", -1)).contains("..")) {
            throw InvalidValueException.of(what, path, "must not have '..' as a part");
        }
        return path;
    }
}
