package com.example.cookbook;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;

import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.postgres.Postgres;
import dev.berth.workload.ClaimRetention;

/** A finding that is intended for one object. */
public final class AcknowledgedFinding implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var reports = Postgres.named("reports")
                .image("postgres:17")
                .database("reports")
                .user("reports")
                .password(Secret.existing("reports").env("POSTGRES_PASSWORD", "password"))
                .storage(gibi(10))
                .claimRetention(ClaimRetention.whenDeleted(DELETE).whenScaled(DELETE))
                .customize(set -> set.plusAcknowledgement(
                        "claim-retention-deletes", "The reports are computed again from the orders."))
                .build();
        return ManifestSet.of(ManifestFile.of("reports.yaml", reports.manifests()));
    }
}
