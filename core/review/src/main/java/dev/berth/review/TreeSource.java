package dev.berth.review;

import dev.berth.review.model.ClusterReading;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    /**
     * Returns how a running cluster was read, once {@link #files()} was called: its files only have names, and exist
     * nowhere. Returns nothing for any other source.
     */
    default Optional<ClusterReading> reading() {
        return Optional.empty();
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
