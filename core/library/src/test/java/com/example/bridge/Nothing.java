package com.example.bridge;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

public final class Nothing implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return null;
    }
}
