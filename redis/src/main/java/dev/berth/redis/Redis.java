package dev.berth.redis;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.Dsl;
import dev.berth.recipe.Recipe;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.StatefulSet;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Redis from the official image on Alpine: a ConfigMap, two Services and a StatefulSet whose servers log every write to
 * their volume.
 *
 * <pre>{@code
 * var redis = Redis.named("redis").image("redis:7.2-alpine").storage(mebi(500)).build();
 * var file = ManifestFile.of("manifests/redis.yaml", redis.manifests()).in(namespace);
 * }</pre>
 *
 * <p>Several replicas are independent servers, each with its own data: nothing is replicated between them. The Service
 * for clients therefore selects only the first server. There is no password: everyone who can connect to the port can
 * read and write.
 */
@Value.Immutable
@Dsl
public abstract class Redis extends Recipe implements ExtensibleRedis {

    /** The port that the servers listen on. */
    public static final Port PORT = Port.tcp("redis", 6379);

    Redis() {}

    /**
     * Starts a declaration.
     *
     * @param name the name of the StatefulSet and of the Service for clients, and the prefix of all other names
     */
    public static RedisBuildStages.ImageBuildStage named(String name) {
        return RedisBuildStages.start().name(name);
    }

    @Override
    public abstract String name();

    /** The image: an official image based on Alpine, where the user {@code redis} has the UID 999 and the GID 1000. */
    @Override
    public abstract String image();

    @Override
    public abstract Bytes storage();

    /** Additional directives in {@code redis.conf}, by name. */
    public abstract Map<String, String> directives();

    @Value.Check
    void check() {
        Directives.check(directives());
        if (!image().contains(RedisPod.VARIANT)) {
            throw InvalidValueException.of(
                    "Redis image", image(), "must be based on Alpine: on Debian, the group redis has another GID");
        }
    }

    /** Returns the ConfigMap with {@code redis.conf}. */
    @Override
    public ConfigMap config() {
        return ConfigMap.named(name() + "-config")
                .putData(Directives.FILE, Directives.render(directives()))
                .build();
    }

    @Override
    protected StatefulSet declareSet() {
        return RedisPod.statefulSet(this);
    }
}
