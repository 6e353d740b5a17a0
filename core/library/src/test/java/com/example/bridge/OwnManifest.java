package com.example.bridge;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.object.Declaration;
import io.fabric8.kubernetes.api.model.HasMetadata;

public final class OwnManifest implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of("own.yaml", new Own()));
    }

    private static final class Own implements Manifest {
        @Override
        public HasMetadata toModel() {
            throw new IllegalStateException("no model");
        }

        @Override
        public Declaration declaration() {
            return Declaration.here();
        }
    }
}
