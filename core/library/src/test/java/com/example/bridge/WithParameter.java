package com.example.bridge;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

public final class WithParameter implements ManifestSource {

    private final ManifestSet manifests;

    public WithParameter(ManifestSet manifests) {
        this.manifests = manifests;
    }

    @Override
    public ManifestSet manifests() {
        return manifests;
    }
}
