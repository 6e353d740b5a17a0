package com.example.databases;

import com.example.parts.Environment;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

public final class Databases implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of("databases.yaml", Environment.namespace("databases")));
    }
}
