package com.example.cookbook;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;

/** The same ConfigMap in two namespaces. */
public final class TwoNamespaces implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var shop = Namespace.named("shop").putLabel("team", "orders").build();
        var reports = Namespace.named("reports").build();
        var settings = ConfigMap.named("settings").putData("currency", "EUR").build();
        return ManifestSet.of(
                ManifestFile.of("namespaces.yaml", shop, reports),
                ManifestFile.of("shop.yaml", settings).in(shop),
                ManifestFile.of("reports.yaml", settings).in(reports));
    }
}
