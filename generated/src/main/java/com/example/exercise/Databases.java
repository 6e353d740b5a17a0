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
import dev.berth.redis.Redis;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.Resources;
import java.util.List;

/** The two databases of the exercise: three servers each, and each server has its own volume. */
final class Databases {

    private static final String PASSWORD = "POSTGRES_PASSWORD";

    static final Secret POSTGRES_SECRET = Secret.named("postgres-secret")
            .putDemoValue(PASSWORD, "demo-only-password")
            .build();

    static final Postgres POSTGRES = Postgres.named("postgres")
            .image("postgres:17")
            .database("mydatabase")
            .user("myuser")
            .password(POSTGRES_SECRET.env(PASSWORD))
            .storage(gibi(1))
            .replicas(3)
            .podManagementPolicy(ORDERED_READY)
            .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
            .resources(Resources.requests(millicores(250), mebi(256)).limits(millicores(500), mebi(512)))
            .putSetting("max_connections", "100")
            .putSetting("shared_buffers", "128MB")
            .putSetting("log_timezone", "UTC")
            .putSetting("timezone", "UTC")
            .build();

    static final Redis REDIS = Redis.named("redis")
            .image("redis:7.2-alpine")
            .storage(mebi(500))
            .replicas(3)
            .podManagementPolicy(ORDERED_READY)
            .resources(Resources.requests(millicores(100), mebi(128)).limits(millicores(250), mebi(256)))
            // Half of the memory limit: while the log is rewritten, modified pages need twice the memory.
            .putDirective("maxmemory", "128mb")
            .putDirective("maxmemory-policy", "noeviction")
            .build();

    private Databases() {}

    static List<Manifest> postgres() {
        List<Manifest> parts = POSTGRES.manifests();
        return List.of(parts.get(0), POSTGRES_SECRET, parts.get(1), parts.get(2), parts.get(3));
    }
}
