package com.example.bad;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.Bytes;

public final class UnknownUnit implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var size = Bytes.of("1GiB");
        throw new AssertionError(size);
    }
}
