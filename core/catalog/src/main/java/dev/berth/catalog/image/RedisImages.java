package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** Redis and Valkey: the official images and Bitnami's. On Alpine, the number 999 is taken, so the group is 1000. */
final class RedisImages {

    private static final String ALPINE = "alpine";

    private RedisImages() {}

    /** Sentinel keeps its state in its configuration file. */
    private static ServerCommand command(String server, String sentinel) {
        return ServerCommand.of(server, "docker-entrypoint.sh")
                .data("--dir")
                .configuration("*.conf", "--sentinel")
                .rewritesWith(sentinel, "--sentinel");
    }

    static List<KnownImage> all() {
        return List.of(redis(), valkey(), bitnamiRedis(), bitnamiValkey());
    }

    private static KnownImage redis() {
        return KnownImage.of(
                        Product.REDIS,
                        Source.of(
                                "redis/docker-library-redis",
                                "e5650da9",
                                "7.4/debian/Dockerfile",
                                "7.4/alpine/Dockerfile"),
                        "redis")
                .data("/data", "/data")
                .startsAs("root")
                .runs(command("redis-server", "redis-sentinel"))
                .user(999, 999)
                .userOn(ALPINE, 999, 1000)
                .build();
    }

    private static KnownImage valkey() {
        return KnownImage.of(
                        Product.VALKEY,
                        Source.of(
                                "valkey-io/valkey-container",
                                "ae6141e",
                                "8.0/debian/Dockerfile",
                                "8.0/alpine/Dockerfile"),
                        "valkey")
                .data("/data", "/data")
                .startsAs("root")
                .runs(command("valkey-server", "valkey-sentinel"))
                .user(999, 999)
                .userOn(ALPINE, 999, 1000)
                .build();
    }

    private static KnownImage bitnamiRedis() {
        Source source = Source.of(
                "bitnami/containers",
                "19bf07ddb2",
                "bitnami/redis/7.4/debian-12/Dockerfile",
                "bitnami/redis/7.4/debian-12/rootfs/opt/bitnami/scripts/redis-env.sh");
        return KnownImage.of(Product.REDIS, source, "bitnami/redis", "bitnamilegacy/redis")
                .data("/bitnami/redis/data")
                .dataDirectoryVariables("REDIS_DATA_DIR")
                .startsAs("1001")
                .runs(ServerCommand.of("entrypoint.sh", "run.sh"))
                .user(1001, 0)
                .writes("/opt/bitnami/redis/etc", "/opt/bitnami/redis/logs", "/opt/bitnami/redis/tmp", "/tmp")
                .build();
    }

    private static KnownImage bitnamiValkey() {
        Source source = Source.of(
                "bitnami/containers",
                "53cba1c556",
                "bitnami/valkey/8.0/debian-12/Dockerfile",
                "bitnami/valkey/8.0/debian-12/rootfs/opt/bitnami/scripts/valkey-env.sh");
        return KnownImage.of(Product.VALKEY, source, "bitnami/valkey", "bitnamilegacy/valkey")
                .data("/bitnami/valkey/data")
                .dataDirectoryVariables("VALKEY_DATA_DIR")
                .startsAs("1001")
                .runs(ServerCommand.of("entrypoint.sh", "run.sh"))
                .user(1001, 0)
                .writes("/opt/bitnami/valkey/etc", "/opt/bitnami/valkey/logs", "/opt/bitnami/valkey/tmp", "/tmp")
                .build();
    }
}
