package dev.berth.redis;

import static dev.berth.workload.Probe.exec;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageUser;
import dev.berth.catalog.image.KnownImage;
import dev.berth.catalog.image.Product;
import dev.berth.config.ConfigMap;
import dev.berth.network.HeadlessService;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.workload.Container;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;

/** The pod of a Redis server: its mounts, its user, and its probes. */
final class RedisPod {

    /** The variant of the official image that the recipe supports. */
    static final String VARIANT = "alpine";

    private static final KnownImage IMAGE = ImageCatalog.official(Product.REDIS);

    static final String MOUNT = IMAGE.layouts().get(0).mountPath();

    /** The user and group {@code redis} on Alpine. */
    private static final ImageUser USER = IMAGE.user(VARIANT).orElseThrow();

    private static final String CONFIG = "/usr/local/etc/redis";

    private RedisPod() {}

    static StatefulSet statefulSet(Redis redis) {
        return StatefulSet.named(redis.name())
                .service(HeadlessService.named(redis.name() + "-headless"))
                .replicas(redis.replicas())
                .container(server(redis))
                .securityContext(PodSecurityContext.restricted()
                        .runAsUser(USER.user())
                        .runAsGroup(USER.group())
                        // Makes a new volume writable for the group, once and not at every start.
                        .fsGroup(USER.group())
                        .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                        .build())
                .automountServiceAccountToken(false)
                // During shutdown, the server writes the rest of the log.
                .terminationGracePeriod(ofMinutes(1))
                .podManagementPolicy(redis.podManagementPolicy())
                .updateStrategy(redis.updateStrategy())
                .claimRetention(redis.claimRetention())
                .build();
    }

    private static Container server(Redis redis) {
        ConfigMap config = redis.config();
        var file = ConfigMapVolume.named("config").configMap(config).build();
        return Container.named("redis")
                .image(redis.image())
                .addArgs("redis-server", CONFIG + "/" + Directives.FILE)
                .addPort(Redis.PORT)
                .addMount(redis.data().at(MOUNT))
                .addMount(file.at(CONFIG).readOnly())
                .resources(redis.resources())
                // While the server loads its data, it responds with LOADING: it is alive but not ready.
                .livenessProbe(exec("redis-cli", "ping")
                        .initialDelay(ofSeconds(30))
                        .period(ofSeconds(10))
                        .timeout(ofSeconds(5))
                        .failureThreshold(6)
                        .build())
                .readinessProbe(exec("sh", "-c", "redis-cli ping | grep -q PONG")
                        .initialDelay(ofSeconds(5))
                        .period(ofSeconds(5))
                        .timeout(ofSeconds(5))
                        .build())
                .securityContext(SecurityContext.restricted()
                        .readOnlyRootFilesystem(true)
                        .build())
                .build();
    }
}
