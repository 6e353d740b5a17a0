package dev.berth.manifest;

/**
 * What a user implements: the declaration of a whole rendered tree.
 *
 * <p>It is found by {@link java.util.ServiceLoader}, or named in the configuration of the Maven plugin, and needs a public
 * constructor without parameters.
 */
@FunctionalInterface
public interface ManifestSource {

    /** All files of the tree. */
    ManifestSet manifests();
}
