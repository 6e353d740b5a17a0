package com.example.bridge;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;

public final class TooNew implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("demo")
                .endMetadata()
                .withNewSpec()
                .withHostUsers(false)
                .addNewContainer()
                .withName("main")
                .withImage("busybox:1")
                .endContainer()
                .endSpec()
                .build();
        var storage = new StorageClassBuilder()
                .withNewMetadata()
                .withName("rbd")
                .endMetadata()
                .withProvisioner("kubernetes.io/rbd")
                .build();
        return ManifestSet.of(ManifestFile.of("demo.yaml", RawManifest.of(pod), RawManifest.of(storage)));
    }
}
