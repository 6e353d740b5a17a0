package com.example.databases;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

public final class Databases implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(
                ManifestFile.of("databases.yaml", Namespace.named("databases").build()));
    }
}
