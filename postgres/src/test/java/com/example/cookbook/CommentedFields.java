package com.example.cookbook;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

/** A comment above an object, and one above a field. */
public final class CommentedFields implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var limits = ConfigMap.named("limits")
                .putData("max-orders", "200")
                .comment("Agreed with the warehouse on 2026-03-02.")
                .putFieldComment("data[max-orders]", "per hour")
                .build();
        return ManifestSet.of(ManifestFile.of("limits.yaml", limits));
    }
}
