package dev.berth.review;

import java.io.IOException;
import java.util.Map;

/** The source of a tree of manifests: a directory, a revision of a repository, or anything else with files. */
public interface TreeSource {

    /** Returns its name, for messages. */
    String name();

    /**
     * Returns the path of the tree from the root of the repository, with {@code /} between the parts; empty for the
     * root itself.
     */
    String root();

    /**
     * Returns the texts of its YAML files, by path in the tree, with {@code /} between the parts.
     *
     * @throws IOException if it does not exist or cannot be read; the message names it and says what to do
     */
    Map<String, String> files() throws IOException;

    /** Returns whether the files are one tree, even if their headers name several. */
    default boolean isOneTree() {
        return false;
    }

    /** Returns whether a file with this path is read: {@code .yaml}, {@code .yml} or {@code .json}. */
    static boolean isManifest(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
    }
}
