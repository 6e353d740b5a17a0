package com.example.bad;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

public final class DuplicateObject implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var demo = Namespace.named("demo").build();
        return ManifestSet.of(
                ManifestFile.of("one.yaml", demo),
                ManifestFile.of("two.yaml", Namespace.named("demo").build()));
    }
}
