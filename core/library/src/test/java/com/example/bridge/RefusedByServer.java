package com.example.bridge;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.PodBuilder;

public final class RefusedByServer implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("demo")
                .withNamespace("demo")
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName("robot")
                .withRestartPolicy("Sometimes")
                .addNewContainer()
                .withName("Main")
                .withImage("busybox")
                .endContainer()
                .endSpec()
                .build();
        return ManifestSet.of(ManifestFile.of("pod.yaml", RawManifest.of(pod))).existing("ServiceAccount", "robot");
    }
}
