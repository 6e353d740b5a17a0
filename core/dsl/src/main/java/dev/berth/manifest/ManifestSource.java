package dev.berth.manifest;

/**
 * The declaration of a whole rendered tree, or of a tree for each environment, which the user implements.
 *
 * <p>It is found by {@link java.util.ServiceLoader}, or named in the configuration of the Maven plugin, and needs a
 * public constructor without parameters.
 */
@FunctionalInterface
public interface ManifestSource {

    /**
     * All files of the tree: a {@link ManifestSet}. For several clusters, {@link Environments} with a tree for each.
     *
     * <p>An implementation states which of the two it returns: {@code public ManifestSet manifests()}.
     */
    Manifests manifests();
}
