package com.example.bridge;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.TextFile;

public final class MoreNamespaces implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(
                ManifestFile.of("more/demo.yaml", Namespace.named("more").build()),
                TextFile.of("more/deploy.sh", "#!/usr/bin/env bash\necho deployed\n"));
    }
}
