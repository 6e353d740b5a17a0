package com.example.bridge;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

public final class Namespaces implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(
                ManifestFile.of("demo.yaml", Namespace.named("demo").build()));
    }
}
