package com.example.shop;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;

/** What the workloads of the shop share. It is abstract, so it is not a source itself. */
abstract class Workload implements ManifestSource {

    abstract String name();

    abstract int replicas();

    @Override
    public ManifestSet manifests() {
        var container = Container.named(name()).image("registry.example.com/" + name() + ":1.0").build();
        var deployment = Deployment.named(name()).replicas(replicas()).container(container).build();
        return ManifestSet.of(ManifestFile.of(name() + ".yaml", deployment));
    }
}
