package dev.berth.value;

import java.util.Arrays;

/**
 * An absolute path inside a container, with {@code /} between its parts.
 *
 * <p>Kubernetes takes a relative path and a path with {@code :} too, and the container then fails to start or mounts
 * somewhere else; Berth refuses them. Source: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go},
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
     * @throws InvalidValueException when it is relative, has {@code ..} as a part, or a {@code :} or a control character
     */
    public static ContainerPath of(String path) {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of("ContainerPath", path, "must be absolute, so start with '/'");
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
     * The path of something below this one.
     *
     * @throws InvalidValueException when the result is no path that this type takes
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
