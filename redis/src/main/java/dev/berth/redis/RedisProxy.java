package dev.berth.redis;

import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.ProxyImage;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import java.math.BigDecimal;

/**
 * A proxy that always reaches the primary, for clients without Sentinel support. It is HAProxy.
 *
 * <pre>{@code
 * Sentinels.three().proxy(RedisProxy.haproxy(
 *         "haproxy:3.0.12", Resources.requests(millicores(100), mebi(128)).memoryLimit(mebi(128))))
 * }</pre>
 *
 * @param image the image
 * @param resources the requests and limits of each proxy, with a limit of memory of at least 64 MiB
 * @param replicas the number of proxies, at least 2
 */
public record RedisProxy(String image, Resources resources, int replicas) {

    /** The oldest version that the tests run. */
    private static final ImageVersion OLDEST = ImageVersion.of("2.6");

    private static final long LEAST_MEMORY = 64L << 20;

    /**
     * Twice the memory that a connection needs: two buffers of 16 KiB each. Source: HAProxy 2.6, configuration manual, {@code
     * tune.bufsize}.
     */
    private static final long MEMORY_OF_A_CONNECTION = 64L << 10;

    /**
     * Creates a proxy.
     *
     * @throws InvalidValueException if the image is not HAProxy 2.6 or later with a version in its tag, if the limit of memory
     *     is missing or below 64 MiB, or if there are fewer than 2 proxies
     */
    public RedisProxy {
        ImageVersion version = ProxyImage.HAPROXY
                .version(image)
                .orElseThrow(
                        () -> InvalidValueException.of(
                                "RedisProxy image",
                                image,
                                "must be the official image haproxy or a copy with the same name, with a tag that states its version"));
        if (version.isOlderThan(OLDEST)) {
            throw InvalidValueException.of(
                    "RedisProxy image", image, "must be HAProxy " + OLDEST + " or later: its configuration needs it");
        }
        if (memory(resources).compareTo(BigDecimal.valueOf(LEAST_MEMORY)) < 0) {
            throw new InvalidValueException(
                    "RedisProxy resources: Required value: a memory limit of at least 64Mi, which decides how many connections"
                            + " are accepted");
        }
        if (replicas < 2) {
            throw InvalidValueException.of(
                    "RedisProxy replicas",
                    replicas,
                    "must be at least 2: clients reach nothing while the only proxy restarts");
        }
    }

    /**
     * Two proxies with the official image of HAProxy, or a copy of it in another registry.
     *
     * @param image the image with a tag that states its version, such as {@code haproxy:3.0.12-alpine}
     */
    public static RedisProxy haproxy(String image, Resources resources) {
        return new RedisProxy(image, resources, 2);
    }

    /** Returns a copy with this number of proxies. */
    public RedisProxy replicas(int number) {
        return new RedisProxy(image, resources, number);
    }

    /** How many connections a proxy accepts: one for each 64 KiB of its limit of memory. */
    long connections() {
        return memory(resources).longValue() / MEMORY_OF_A_CONNECTION;
    }

    private static BigDecimal memory(Resources resources) {
        return resources.limit("memory").map(limit -> limit.amount()).orElse(BigDecimal.ZERO);
    }
}
