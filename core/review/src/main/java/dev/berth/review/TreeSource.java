package dev.berth.review;

import dev.berth.review.model.UnreadKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The source of a tree of manifests: a directory, a revision of a repository, or anything else with files. */
public interface TreeSource {

    /** The name of a kustomization without an extension, which Kustomize reads too. */
    String KUSTOMIZATION = "Kustomization";

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

    /** Returns whether it is a running cluster: its files only have names, and exist nowhere. */
    default boolean isCluster() {
        return false;
    }

    /** Returns what of the cluster could not be read, once {@link #files()} was called. */
    default List<UnreadKind> unread() {
        return List.of();
    }

    /** Returns whether a file with this path is read: {@code .yaml}, {@code .yml}, {@code .json}, or a kustomization. */
    static boolean isManifest(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml")
                || lower.endsWith(".yml")
                || lower.endsWith(".json")
                || path.equals(KUSTOMIZATION)
                || path.endsWith("/" + KUSTOMIZATION);
    }
}
