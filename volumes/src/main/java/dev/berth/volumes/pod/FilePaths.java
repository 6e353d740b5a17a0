package dev.berth.volumes.pod;

import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The paths of the files in a volume, each with its source. No two files may conflict. */
final class FilePaths {

    private final String volume;
    private final Map<String, String> sources = new TreeMap<>();

    FilePaths(String volume) {
        this.volume = volume;
    }

    /**
     * Returns the path if it is valid for a file in a volume.
     *
     * @throws InvalidValueException if the path is not relative, contains or starts with {@code ..}, or has an empty
     *     part or the part {@code .}; Kubernetes 1.36, {@code validateLocalNonReservedPath}
     */
    static String require(String what, String path) {
        if (path.startsWith("/")) {
            throw InvalidValueException.of(what, path, "must be relative: it must not start with '/'");
        }
        if (path.startsWith("..") || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw InvalidValueException.of(what, path, "must not start with '..' or contain it as a part");
        }
        if (Arrays.stream(path.split("/", -1)).anyMatch(part -> part.isEmpty() || part.equals("."))) {
            throw InvalidValueException.of(what, path, "must name a file, without '.' or empty parts");
        }
        return path;
    }

    /**
     * Adds a file.
     *
     * @throws InvalidValueException if the path is a duplicate, or if it is a directory of another file, or another
     *     file is one of its directories
     */
    void add(String path, String source) {
        sources.forEach((other, otherSource) -> {
            if (other.equals(path) || other.startsWith(path + "/") || path.startsWith(other + "/")) {
                throw new InvalidValueException(volume + ": the file \"" + path + "\" of " + source
                        + " conflicts with \"" + other + "\" of " + otherSource + ": give one of them another path");
            }
        });
        sources.put(path, source);
    }
}
