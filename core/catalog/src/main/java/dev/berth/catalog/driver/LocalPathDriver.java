package dev.berth.catalog.driver;

import dev.berth.catalog.Source;

/** Directories on nodes, which k3s and kind provision by default. The size of a claim is not enforced. */
final class LocalPathDriver {

    private LocalPathDriver() {}

    static StorageDriver entry() {
        return StorageDriver.named(
                        "rancher.io/local-path",
                        Source.of("rancher/local-path-provisioner", "9fa2a62e", "provisioner.go"))
                .parameters(UnknownParameters.IGNORED)
                .moreParameters(
                        "allowUnsafePathPattern",
                        "groupPattern",
                        "nodeAffinityKey",
                        "nodePath",
                        "pathPattern",
                        "permPattern",
                        "userPattern")
                .sharedAccess(SharedAccess.never(SharedAccess.READ_WRITE_MANY, SharedAccess.READ_ONLY_MANY))
                .expandsVolumes(false)
                .providesDirectories()
                .build();
    }
}
