package com.example.examples;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;

import dev.berth.config.EnvVar;
import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL and Redis, and the application that alone may connect to them. */
public final class PostgresAndRedis implements ManifestSource {

    private static final Map<String, String> APP = Map.of("app", "orders");

    private final Namespace shop = Namespace.named("shop").build();
    private final SecretSource passwords = Secret.existing("orders-passwords");
    private final Postgres postgres = Postgres.named("orders-db")
            .image(PostgresImage.of("postgres:17.5"))
            .database("orders")
            .user("orders")
            .password(Password.key(passwords, "postgres"))
            .storage(gibi(20))
            .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(APP).in(shop)))
            .build();
    private final Redis redis = Redis.named("orders-cache")
            .image(RedisImage.of("redis:7.4.2"))
            .password(Password.key(passwords, "redis"))
            .storage(gibi(1))
            .resources(Resources.requests(millicores(100), mebi(256)).memoryLimit(mebi(256)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(APP).in(shop)))
            .build();
    private final Deployment orders = Deployment.named("orders")
            .replicas(2)
            .container(Container.named("orders")
                    .image("registry.example.com/orders:3.2.0")
                    .addEnv(
                            EnvVar.of("POSTGRES", postgres.service().address(Postgres.PORT)),
                            passwords.env("POSTGRES_PASSWORD", "postgres"),
                            EnvVar.of("REDIS", redis.service().address(Redis.PORT)),
                            passwords.env("REDIS_PASSWORD", "redis"))
                    .resources(Resources.requests(millicores(200), mebi(512)).memoryLimit(mebi(512)))
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .securityContext(PodSecurityContext.restricted().runAsUser(10_001).build())
            .build();

    @Override
    public ManifestSet manifests() {
        List<Manifest> all = new ArrayList<>(List.of(shop));
        all.addAll(postgres.manifests());
        all.addAll(redis.manifests());
        all.add(orders);
        return ManifestSet.of(ManifestFile.of("orders.yaml", all).in(shop));
    }
}
