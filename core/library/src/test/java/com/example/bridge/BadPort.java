package com.example.bridge;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.Port;

public final class BadPort implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        Port.tcp("postgres", 70000);
        return ManifestSet.of();
    }
}
