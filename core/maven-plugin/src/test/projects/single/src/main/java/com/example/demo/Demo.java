package com.example.demo;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

public final class Demo implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var demo = Namespace.named("demo").build();
        return ManifestSet.of(ManifestFile.of("manifests/01-namespace.yaml", demo));
    }
}
