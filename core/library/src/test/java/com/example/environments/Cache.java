package com.example.environments;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import java.util.List;
import java.util.function.Function;

/** Another source, with one of the environments of {@link Shop}. */
public final class Cache implements ManifestSource {

    @Override
    public Environments<String> manifests() {
        return Environments.of(List.of("prod"), Function.identity(), name -> {
            var config = ConfigMap.named("cache").putData("SIZE", "1000").build();
            return ManifestSet.of(ManifestFile.of("cache.yaml", config));
        });
    }
}
