package com.example.bad;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;

public final class NeedsNewer implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var web = Deployment.named("web")
                .replicas(1)
                .container(Container.named("web").image("example.com/web:1").build())
                .customizePod(pod -> pod.withHostUsers(false))
                .build();
        return ManifestSet.of(ManifestFile.of("web.yaml", web));
    }
}
