package dev.berth.manifest;

/**
 * The declaration of a whole rendered tree, which the user implements.
 *
 * <p>It is found by {@link java.util.ServiceLoader}, or named in the configuration of the Maven plugin, and needs a
 * public constructor without parameters.
 */
@FunctionalInterface
public interface ManifestSource {

    /** All files of the tree. */
    ManifestSet manifests();
}
