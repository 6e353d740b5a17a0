package dev.berth.lint.rule;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageReference;
import dev.berth.catalog.image.KnownImage;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The image of a container.
 *
 * @param reference its name
 * @param known what the catalog knows about an image of the publisher or of a mirror; empty for any other
 */
public record ContainerImage(ImageReference reference, Optional<KnownImage> known) {

    /** The images of a set: several rules ask about each, and most sets use few. */
    private record All(Map<String, Optional<ContainerImage>> byName) {}

    /** Returns the image of a container; empty if it has none that a container runtime can parse. */
    public static Optional<ContainerImage> of(ObjectSet set, Container container) {
        String image = container.getImage();
        if (image == null) {
            return Optional.empty();
        }
        return set.view(All.class, any -> new All(new ConcurrentHashMap<>()))
                .byName()
                .computeIfAbsent(image, ContainerImage::parse);
    }

    private static Optional<ContainerImage> parse(String image) {
        return ImageReference.parse(image)
                .map(reference -> new ContainerImage(reference, ImageCatalog.published(reference)));
    }
}
