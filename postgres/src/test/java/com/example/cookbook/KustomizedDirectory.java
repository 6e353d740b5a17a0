package com.example.cookbook;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

/** A directory that {@code kubectl apply -k} and GitOps tools apply. */
public final class KustomizedDirectory implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var shop = Namespace.named("shop").build();
        var settings = ConfigMap.named("settings").putData("currency", "EUR").build();
        return ManifestSet.of(
                        ManifestFile.of("manifests/01-namespace.yaml", shop),
                        ManifestFile.of("manifests/02-settings.yaml", settings).in(shop))
                .kustomization("manifests");
    }
}
