package com.example.caches;

import com.example.parts.Environment;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

public final class Caches implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of("caches.yaml", Environment.namespace("caches")));
    }
}
