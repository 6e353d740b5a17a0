package com.example.bad;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.Bytes;

public final class NegativeSize implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var size = Bytes.gibi(-1);
        throw new AssertionError(size);
    }
}
