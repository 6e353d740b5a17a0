package com.example.bridge;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.Quantity;

public final class BadConstant implements ManifestSource {

    private static final Quantity STORAGE = Quantity.of("1GiB");

    @Override
    public ManifestSet manifests() {
        throw new AssertionError(STORAGE);
    }
}
