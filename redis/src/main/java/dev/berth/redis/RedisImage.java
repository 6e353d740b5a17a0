package dev.berth.redis;

import dev.berth.recipe.ServerImage;
import dev.berth.value.InvalidValueException;

/**
 * An image with Redis or Valkey.
 *
 * <pre>{@code
 * RedisImage.of("redis:7.4.2-alpine")
 * }</pre>
 *
 * @param server the facts about the image
 */
public record RedisImage(ServerImage server) {

    private static final String REDIS = "Redis";
    private static final String VALKEY = "Valkey";

    /**
     * The official image of Redis, on Debian or Alpine, from Docker Hub or from a registry that copies it.
     *
     * @param image the image with its tag, and with a digest if it has one: {@code
     *     registry.example.com:5000/redis:7.4.2@sha256:…}
     * @throws InvalidValueException if the tag does not state a version, or the image is not one of these
     */
    public static RedisImage of(String image) {
        return new RedisImage(ServerImage.known(REDIS, image));
    }

    /**
     * The official image of Valkey, which reads the data and the settings of Redis 7.2.
     *
     * @param image the image with its tag, such as {@code valkey/valkey:8.1.1}
     * @throws InvalidValueException if the tag does not state a version, or the image is not one of these
     */
    public static RedisImage valkey(String image) {
        return new RedisImage(ServerImage.known(VALKEY, image));
    }

    /**
     * An image of your own that starts {@code FROM redis} or {@code FROM valkey}.
     *
     * @param base the image that it starts from, which decides what the programs are called
     * @param image the image with a tag or a digest
     */
    public static RedisImage custom(RedisImage base, String image) {
        ServerImage server = base.server();
        return new RedisImage(new ServerImage(
                image,
                server.product(),
                server.major(),
                server.user(),
                server.group(),
                server.dataDirectory(),
                server.mountPath()));
    }

    /** What the programs are called: {@code redis} or {@code valkey}. */
    String program() {
        return server.product().equals(VALKEY) ? "valkey" : "redis";
    }
}
