package com.example.cookbook;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;

import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.postgres.Postgres;
import dev.berth.workload.Resources;

/** Settings of postgresql.conf. */
public final class RecipeSettings implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var orders = Postgres.named("orders")
                .image("postgres:17")
                .database("orders")
                .user("orders")
                .password(Secret.existing("orders").env("POSTGRES_PASSWORD", "password"))
                .storage(gibi(100))
                .resources(Resources.requests(millicores(500), gibi(2)).memoryLimit(gibi(2)))
                .putSetting("shared_buffers", "512MB")
                .putSetting("max_connections", "200")
                .build();
        return ManifestSet.of(ManifestFile.of("orders.yaml", orders.manifests()));
    }
}
