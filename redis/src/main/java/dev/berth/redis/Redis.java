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
 * <p>Several replicas are several servers, each with data of its own: nothing is copied from one to another. That is why
 * the Service for clients answers with the first one only. There is no password: whoever reaches the port reads and writes.
 */
@Value.Immutable
@Dsl
public abstract class Redis extends Recipe {

    /** The port on which the servers answer. */
    public static final Port PORT = Port.tcp("redis", 6379);

    Redis() {}

    /**
     * Starts the declaration.
     *
     * @param name the name of the StatefulSet and of the Service for clients; the others start with it
     */
    public static RedisBuildStages.ImageBuildStage named(String name) {
        return RedisBuildStages.start().name(name);
    }

    @Override
    public abstract String name();

    /** The image: an official one on Alpine, where the user {@code redis} has the id 999 and its group 1000. */
    @Override
    public abstract String image();

    @Override
    public abstract Bytes storage();

    /** Lines of {@code redis.conf} beyond those that the servers need, by the name of the directive. */
    public abstract Map<String, String> directives();

    @Value.Check
    void check() {
        Directives.check(directives());
        if (!image().contains(RedisPod.VARIANT)) {
            throw InvalidValueException.of(
                    "Redis image", image(), "must be one on Alpine: on Debian the group redis has another id");
        }
    }

    /** The ConfigMap with {@code redis.conf}. */
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
