package com.example.exercise;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static dev.berth.workload.PodManagementPolicy.ORDERED_READY;

import dev.berth.config.Secret;
import dev.berth.manifest.Manifest;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresMemory;
import dev.berth.postgres.PostgresSetting;
import dev.berth.postgres.PostgresTopology;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.VolumeOwner;
import dev.berth.redis.EvictionPolicy;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisSetting;
import dev.berth.redis.RedisTopology;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.Resources;
import java.util.List;

/** The two databases of the exercise: three servers each, and each server has its own volume. */
final class Databases {

    private static final String PASSWORD = "POSTGRES_PASSWORD";

    private static final String ONE_NODE = "The demonstration runs on a cluster with one node.";

    static final Secret POSTGRES_SECRET = Secret.named("postgres-secret")
            .putDemoValue(PASSWORD, "demo-only-password")
            .build();

    static final Postgres POSTGRES = Postgres.named("postgres")
            .image(PostgresImage.of("postgres:17"))
            .database("mydatabase")
            .user("myuser")
            .password(Password.key(POSTGRES_SECRET, PASSWORD))
            .storage(gibi(1))
            .resources(Resources.requests(millicores(250), mebi(256)).limits(millicores(500), mebi(512)))
            .clients(Clients.everyone("The walkthrough connects from everywhere in the cluster."))
            .topology(PostgresTopology.independent(3))
            .volumeOwner(VolumeOwner.initContainer("busybox:1.37"))
            .podManagementPolicy(ORDERED_READY)
            .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
            .addSettings(
                    PostgresSetting.maxConnections(100),
                    PostgresSetting.sharedBuffers(PostgresMemory.megabytes(128)),
                    PostgresSetting.logTimezone("UTC"),
                    PostgresSetting.timezone("UTC"))
            .putOmission(Safeguard.DISRUPTION_BUDGET, ONE_NODE)
            .putOmission(Safeguard.SPREADING, ONE_NODE)
            .putOmission(Safeguard.SHARED_MEMORY, "The demonstration runs no parallel queries.")
            .build();

    static final Redis REDIS = Redis.named("redis")
            .image(RedisImage.of("redis:7.2-alpine"))
            .password(Password.withoutPassword("The walkthrough connects without one."))
            .storage(mebi(500))
            .resources(Resources.requests(millicores(100), mebi(128)).limits(millicores(250), mebi(256)))
            .clients(Clients.everyone("The walkthrough connects from everywhere in the cluster."))
            .topology(RedisTopology.independent(3))
            .podManagementPolicy(ORDERED_READY)
            // Half of the memory limit: while the log is rewritten, modified pages need twice the memory.
            .addSettings(RedisSetting.maxMemory(mebi(128)), RedisSetting.evictionPolicy(EvictionPolicy.NO_EVICTION))
            .putOmission(Safeguard.DISRUPTION_BUDGET, ONE_NODE)
            .putOmission(Safeguard.SPREADING, ONE_NODE)
            .putOmission(Safeguard.STARTUP_PROBE, "The demonstration loads a few keys.")
            .build();

    private Databases() {}

    static List<Manifest> postgres() {
        List<Manifest> parts = POSTGRES.manifests();
        return List.of(parts.get(0), POSTGRES_SECRET, parts.get(1), parts.get(2), parts.get(3));
    }
}
