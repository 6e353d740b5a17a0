package com.example.bad;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.FileMode;

public final class Mode0999 implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var mode = FileMode.of("0999");
        throw new AssertionError(mode);
    }
}
