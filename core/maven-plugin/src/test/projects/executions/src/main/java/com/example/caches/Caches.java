package com.example.caches;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

public final class Caches implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(
                ManifestFile.of("caches.yaml", Namespace.named("caches").build()));
    }
}
