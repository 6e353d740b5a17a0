package dev.berth.volumes.pod;

import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The files that a volume puts together, each path with what it comes from: no two may be in each other's way. */
final class FilePaths {

    private final String volume;
    private final Map<String, String> sources = new TreeMap<>();

    FilePaths(String volume) {
        this.volume = volume;
    }

    /**
     * Gives a path back that Kubernetes takes for a file in a volume.
     *
     * @throws InvalidValueException when it is not relative, has {@code ..} as a part, starts with {@code ..}, or names no
     *     file; Kubernetes 1.36, {@code validateLocalNonReservedPath}
     */
    static String require(String what, String path) {
        if (path.startsWith("/")) {
            throw InvalidValueException.of(what, path, "must be relative, so not start with '/'");
        }
        if (path.startsWith("..") || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw InvalidValueException.of(what, path, "must not start with '..' or have it as a part");
        }
        if (Arrays.stream(path.split("/", -1)).anyMatch(part -> part.isEmpty() || part.equals("."))) {
            throw InvalidValueException.of(what, path, "must name a file: no '.' and no empty part");
        }
        return path;
    }

    /**
     * Adds a file.
     *
     * @throws InvalidValueException when there is a file of that path, one where a directory of the path must be, or one
     *     below it
     */
    void add(String path, String source) {
        sources.forEach((other, otherSource) -> {
            if (other.equals(path) || other.startsWith(path + "/") || path.startsWith(other + "/")) {
                throw new InvalidValueException(volume + ": the file \"" + path + "\" of " + source
                        + " is in the way of \"" + other + "\" of " + otherSource + ": give one of them another path");
            }
        });
        sources.put(path, source);
    }
}
