package dev.berth.catalog.driver;

import dev.berth.catalog.Source;

/** Volumes of DigitalOcean. The driver reads no parameters. */
final class DigitalOceanDriver {

    private DigitalOceanDriver() {}

    static StorageDriver entry() {
        Source source = Source.of("digitalocean/csi-digitalocean", "0711283d", "driver/controller.go");
        return StorageDriver.named("dobs.csi.digitalocean.com", source)
                .parameters(UnknownParameters.IGNORED)
                .sizes(SizeRange.upToTebi(16))
                .sharedAccess(SharedAccess.never(SharedAccess.READ_WRITE_MANY, SharedAccess.READ_ONLY_MANY))
                .expandsVolumes(true)
                .build();
    }
}
