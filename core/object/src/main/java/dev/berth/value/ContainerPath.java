package dev.berth.value;

import java.util.Arrays;

/**
 * An absolute path inside a container, separated by {@code /}.
 *
 * <p>Kubernetes also accepts a relative path and a path with {@code :}, but the container then fails to start or mounts
 * somewhere else, so Berth refuses them. Source: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go},
 * {@code ValidateVolumeMounts} and {@code validatePathNoBacksteps}.
 */
public final class ContainerPath {

    private final String path;

    private ContainerPath(String path) {
        this.path = path;
    }

    /**
     * Reads a path.
     *
     * @throws InvalidValueException if it is relative, or contains a part {@code ..}, a {@code :} or a control
     *     character
     */
    public static ContainerPath of(String path) {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of("ContainerPath", path, "must be absolute, starting with '/'");
        }
        if (Arrays.asList(path.split("/", -1)).contains("..")) {
            throw InvalidValueException.of("ContainerPath", path, "must not have '..' as a part");
        }
        if (path.indexOf(':') >= 0 || path.chars().anyMatch(Character::isISOControl)) {
            throw InvalidValueException.of("ContainerPath", path, "must not have ':' or a control character");
        }
        return new ContainerPath(path);
    }

    /**
     * Returns a path below this one.
     *
     * @throws InvalidValueException if the result is not a valid path
     */
    public ContainerPath resolve(String relative) {
        return of(path.endsWith("/") ? path + relative : path + "/" + relative);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContainerPath that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
