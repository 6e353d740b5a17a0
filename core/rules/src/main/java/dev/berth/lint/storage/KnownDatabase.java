package dev.berth.lint.storage;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageReference;
import dev.berth.catalog.image.ServerTrait;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Optional;

/** The containers of which the catalog knows that they keep data. */
final class KnownDatabase {

    private KnownDatabase() {}

    /** Returns whether the image of a container is one of a database or broker, and not of a server that may be a cache. */
    static boolean runsIn(Container container) {
        return Optional.ofNullable(container.getImage())
                .flatMap(ImageReference::parse)
                .flatMap(ImageCatalog::published)
                .filter(image -> !ServerTrait.IS_ALSO_A_CACHE.isOf(image.product()))
                .isPresent();
    }
}
