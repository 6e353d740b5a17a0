package com.example.cookbook;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;

import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.Resources;
import java.util.Map;

/** A finding that is intended for one object. */
public final class AcknowledgedFinding implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var reports = Postgres.named("reports")
                .image(PostgresImage.of("postgres:17.5"))
                .database("reports")
                .user("reports")
                .password(Password.key(Secret.existing("reports"), "password"))
                .storage(gibi(10))
                .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "reports-job"))))
                .claimRetention(ClaimRetention.whenDeleted(DELETE).whenScaled(DELETE))
                .customize(set -> set.plusAcknowledgement(
                        "claim-retention-deletes", "The reports are computed again from the orders."))
                .build();
        return ManifestSet.of(ManifestFile.of("reports.yaml", reports.manifests()));
    }
}
