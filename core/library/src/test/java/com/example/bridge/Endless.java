package com.example.bridge;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

public final class Endless implements ManifestSource {

    @Override
    @SuppressWarnings("InfiniteRecursion") // what a user may write, and what must not end the build tool
    public ManifestSet manifests() {
        return manifests();
    }
}
