package com.example.bridge;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

final class Hidden implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of();
    }
}
