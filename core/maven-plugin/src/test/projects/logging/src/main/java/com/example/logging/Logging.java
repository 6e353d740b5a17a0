package com.example.logging;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import org.slf4j.LoggerFactory;

public final class Logging implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        LoggerFactory.getLogger(Logging.class).info("declared");
        var demo = Namespace.named("demo")
                .putAnnotation("example.com/logs-with", LoggerFactory.getILoggerFactory().getClass().getName())
                .build();
        return ManifestSet.of(ManifestFile.of("demo.yaml", demo));
    }
}
