package com.example.exercise;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

/** The rendered tree of the exercise. */
public final class Exercise implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var demo = Namespace.named("statefulset-demo").build();
        return ManifestSet.of(ManifestFile.of("manifests/01-namespace.yaml", demo));
    }
}
