package com.example.cookbook;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;

import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresMemory;
import dev.berth.postgres.PostgresSetting;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.workload.Resources;
import java.util.Map;

/** Settings of postgresql.conf. */
public final class RecipeSettings implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var orders = Postgres.named("orders")
                .image(PostgresImage.of("postgres:17.5"))
                .database("orders")
                .user("orders")
                .password(Password.key(Secret.existing("orders"), "password"))
                .storage(gibi(100))
                .resources(Resources.requests(millicores(500), gibi(2)).memoryLimit(gibi(2)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
                .addSettings(
                        PostgresSetting.sharedBuffers(PostgresMemory.megabytes(512)),
                        PostgresSetting.maxConnections(200),
                        PostgresSetting.other("log_line_prefix", "%m [%p] "))
                .build();
        return ManifestSet.of(ManifestFile.of("orders.yaml", orders.manifests()));
    }
}
