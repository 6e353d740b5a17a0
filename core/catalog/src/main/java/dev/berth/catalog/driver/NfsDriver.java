package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;

/** Directories of an NFS server, which exist already: the driver ignores the size of a claim. */
final class NfsDriver {

    private NfsDriver() {}

    static StorageDriver entry() {
        Source source = Source.of(
                "kubernetes-csi/csi-driver-nfs",
                "d3b27c00",
                "pkg/nfs/controllerserver.go",
                "pkg/nfs/utils.go",
                "docs/driver-parameters.md");
        return StorageDriver.named("nfs.csi.k8s.io", source)
                .ignoresCase()
                .parameters(
                        UnknownParameters.REFUSED,
                        named("server").required(),
                        named("share").required(),
                        named("onDelete").form(ShareDeletion.FORM),
                        named("mountPermissions").form("[0-7]*", "an octal number"))
                .moreParameters("subDir")
                .providesDirectories()
                .build();
    }
}
