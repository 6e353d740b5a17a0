package dev.berth.manifest;

/** What a {@link ManifestSource} declares: one tree, or a tree for each environment. */
public sealed interface Manifests permits ManifestSet, Environments {}
