package dev.berth.postgres;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageReference;
import dev.berth.recipe.ServerImage;
import dev.berth.value.InvalidValueException;

/**
 * An image with PostgreSQL whose entry point reads the variables of the official image, such as {@code POSTGRES_DB}.
 *
 * <pre>{@code
 * PostgresImage.of("postgres:17.5")
 * }</pre>
 *
 * @param server the facts about the image
 */
public record PostgresImage(ServerImage server) {

    private static final String PRODUCT = "PostgreSQL";

    /**
     * An image from the catalog: the official image on Debian or Alpine, {@code postgis}, {@code pgvector} or {@code
     * timescaledb}, from Docker Hub or from a registry that copies it.
     *
     * @param image the image with its tag, and with a digest if it has one: {@code
     *     registry.example.com:5000/postgres:17.5@sha256:…}
     * @throws InvalidValueException if the tag does not state a version, or the image is not one of these
     */
    public static PostgresImage of(String image) {
        return new PostgresImage(ServerImage.known(PRODUCT, image));
    }

    /** The official image on Debian: {@code debian("17.5")}. */
    public static PostgresImage debian(String version) {
        return of("postgres:" + version);
    }

    /** The official image on Alpine: {@code alpine("17.5")}. Its locales sort text in another order than Debian's. */
    public static PostgresImage alpine(String version) {
        return of("postgres:" + version + "-alpine");
    }

    /**
     * An image of your own that starts {@code FROM postgres}.
     *
     * @param image the image with a tag or a digest
     * @param major the major version of PostgreSQL, which decides where the data is
     * @param user the number of the user, 999 on Debian and 70 on Alpine
     * @param group the number of the group, 999 on Debian and 70 on Alpine
     * @throws InvalidValueException if the image has no fixed version, or the user is root
     */
    public static PostgresImage custom(String image, int major, long user, long group) {
        ServerImage official = ServerImage.known(PRODUCT, "postgres:" + major);
        return new PostgresImage(
                new ServerImage(image, PRODUCT, major, user, group, official.dataDirectory(), official.mountPath()));
    }

    /**
     * Whether the image certainly stops with SIGINT, which is a fast shutdown, because it starts {@code FROM postgres}.
     * Source: docker-library/postgres, Dockerfile, {@code STOPSIGNAL}.
     */
    boolean stopsFast() {
        return ImageReference.parse(server.name())
                .flatMap(ImageCatalog::find)
                .filter(known -> known.command()
                        .equals(ImageCatalog.official(known.product()).command()))
                .isPresent();
    }

    /** The data directory: never a mount point itself, because its root may contain {@code lost+found}. */
    String dataDirectory() {
        return server.dataDirectory().equals(server.mountPath())
                ? server.mountPath() + "/pgdata"
                : server.dataDirectory();
    }
}
