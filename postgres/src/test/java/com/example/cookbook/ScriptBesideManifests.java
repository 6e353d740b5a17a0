package com.example.cookbook;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.TextFile;

/** A script in the rendered tree. */
public final class ScriptBesideManifests implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var settings = ConfigMap.named("settings").putData("currency", "EUR").build();
        return ManifestSet.of(ManifestFile.of("manifests/settings.yaml", settings), TextFile.of("apply.sh", """
                        #!/usr/bin/env bash
                        set -euo pipefail
                        kubectl apply --server-side -f manifests
                        """));
    }
}
