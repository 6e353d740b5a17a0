package dev.berth.recipe;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageLayout;
import dev.berth.catalog.image.ImageReference;
import dev.berth.catalog.image.ImageUser;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.KnownImage;
import dev.berth.value.InvalidValueException;
import java.util.Set;

/**
 * The image of a server, and the facts about it that a recipe needs.
 *
 * <pre>{@code
 * ServerImage.known("MySQL", "mysql:8.4.6")
 * }</pre>
 *
 * @param name the image as it is written in the pod
 * @param product the product in the image, such as {@code PostgreSQL}
 * @param major the first number of the version of the product
 * @param user the number of the user that the server runs as, above 0
 * @param group the number of the group that the server runs as, above 0
 * @param dataDirectory where the server keeps its data
 * @param mountPath where a volume for the data is mounted: the data directory, or a directory above it
 */
public record ServerImage(
        String name, String product, int major, long user, long group, String dataDirectory, String mountPath) {

    /**
     * Creates the facts about an image that no catalog describes.
     *
     * @throws InvalidValueException if the image has no fixed version, if the user or group is root, or if the data
     *     directory is not below the mount path
     */
    public ServerImage {
        requireFixed(product, name);
        if (user < 1 || group < 1) {
            throw InvalidValueException.of(
                    product + " image user", user + ":" + group, "must not be root: state the user of the server");
        }
        if (!(dataDirectory + "/").startsWith(mountPath + "/") || !mountPath.startsWith("/")) {
            throw InvalidValueException.of(
                    product + " image data directory", dataDirectory, "must be in the mount path " + mountPath);
        }
    }

    /**
     * Looks an image up in the catalog of images, by the last part of its repository: an official image, its copy in a
     * private registry, or another image that is known to work like it.
     *
     * @param product the name of the product, such as {@code MySQL}
     * @param image the image with its tag, such as {@code registry.example.com:5000/mysql:8.4.6@sha256:…}
     * @throws InvalidValueException if the image has no tag that states a version, or if it is not a known image of the
     *     product that starts like the official one
     */
    public static ServerImage known(String product, String image) {
        ImageReference reference = requireFixed(product, image);
        String tag = reference
                .tag()
                .orElseThrow(() -> InvalidValueException.of(
                        product + " image", image, "must have a tag that states its version, also next to a digest"));
        KnownImage known = ImageCatalog.find(reference)
                .filter(found -> found.product().label().equals(product))
                .filter(ServerImage::startsLikeTheOfficialImage)
                .orElseThrow(() -> InvalidValueException.of(
                        product + " image",
                        image,
                        "must be an official image or a copy with the same name: state the facts about any other"
                                + " image with custom(…)"));
        ImageVersion version = known.version(tag)
                .orElseThrow(() -> InvalidValueException.of(
                        product + " image", image, "must have a tag that states its version, not only its variant"));
        ImageLayout layout = known.layout(version);
        ImageUser user = known.user(tag)
                .orElseThrow(() -> InvalidValueException.of(
                        product + " image", image, "has no known user: state the facts about it with custom(…)"));
        return new ServerImage(
                image,
                product,
                version.major().intValueExact(),
                user.user(),
                user.group(),
                layout.dataDirectory(version),
                layout.mountPath());
    }

    private static boolean startsLikeTheOfficialImage(KnownImage known) {
        KnownImage official = ImageCatalog.official(known.product());
        return known.command().equals(official.command())
                && Set.copyOf(known.firstStartVariables()).equals(Set.copyOf(official.firstStartVariables()));
    }

    /** Other tags than a version, such as {@code latest}, name another image after each release. */
    static ImageReference requireFixed(String product, String image) {
        ImageReference reference = ImageReference.parse(image)
                .orElseThrow(() -> InvalidValueException.of(
                        product + " image", image, "must be an image such as registry.example.com/team/name:1.2"));
        if (reference.tag().isEmpty() && reference.digest().isEmpty()) {
            throw InvalidValueException.of(
                    product + " image", image, "must have a tag: without one, it means latest, which changes");
        }
        if (reference.tag().filter("latest"::equals).isPresent()) {
            throw InvalidValueException.of(
                    product + " image", image, "must not be latest, which changes: name a version");
        }
        return reference;
    }
}
