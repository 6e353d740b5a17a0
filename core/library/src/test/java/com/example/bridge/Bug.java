package com.example.bridge;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import java.util.List;

public final class Bug implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(List.of(1, 2).stream().map(this::file).toList());
    }

    private dev.berth.manifest.TreeFile file(int number) {
        throw new IllegalStateException("no file " + number);
    }
}
