package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.Optional;

/**
 * An image with a proxy: a program that keeps no data.
 *
 * @param name the last component of its repository
 * @param source where the facts come from
 * @param user the user that the image starts as, and the first version for which the facts hold
 */
public record ProxyImage(String name, Source source, ImageUser user) {

    /** The official image of HAProxy on Debian and Alpine. */
    public static final ProxyImage HAPROXY = new ProxyImage(
            "haproxy",
            Source.of("docker-library/haproxy", "bc729b36", "3.0/Dockerfile", "3.0/alpine/Dockerfile"),
            new ImageUser(ImageVersion.of("2.4"), "", 99, 99));

    /** The version that a reference to the image states: nothing for other images, and for a tag without a version. */
    public Optional<ImageVersion> version(String image) {
        return ImageReference.parse(image)
                .filter(reference -> reference.name().equals(name))
                .flatMap(ImageReference::tag)
                .flatMap(TagForm.LEADING::version);
    }
}
