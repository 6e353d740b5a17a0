package dev.berth.review;

import java.io.IOException;
import java.util.Map;

/** Where a tree of manifests comes from: a directory, a revision of a repository, or what else holds files. */
public interface TreeSource {

    /** What it is, for messages. */
    String name();

    /** The path of the tree from the root of the repository, with {@code /} between the parts; empty where it is the root. */
    String root();

    /**
     * The texts of its YAML files, by their paths in it, with {@code /} between the parts.
     *
     * @throws IOException when it is not there or can't be read; the message names it and says what to do
     */
    Map<String, String> files() throws IOException;

    /** Whether a file of this path is read at all: {@code .yaml}, {@code .yml} or {@code .json}. */
    static boolean isManifest(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
    }
}
