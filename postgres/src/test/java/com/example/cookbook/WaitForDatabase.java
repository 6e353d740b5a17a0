package com.example.cookbook;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.InitContainer;

/** An init container that ends when the database accepts connections. */
public final class WaitForDatabase implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var wait = InitContainer.named("wait-for-database")
                .image("postgres:17")
                .addCommand("sh", "-c", "until pg_isready -h orders; do sleep 1; done")
                .build();
        var shop = Deployment.named("shop")
                .replicas(2)
                .container(Container.named("shop")
                        .image("registry.example.com/shop:1.4.2")
                        .build())
                .addInitContainer(wait)
                .build();
        return ManifestSet.of(ManifestFile.of("shop.yaml", shop));
    }
}
