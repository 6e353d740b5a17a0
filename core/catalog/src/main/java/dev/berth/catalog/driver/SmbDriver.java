package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;

/** Directories of an SMB server, which exist already: the driver ignores the size of a claim. */
final class SmbDriver {

    private SmbDriver() {}

    static StorageDriver entry() {
        Source source = Source.of(
                "kubernetes-csi/csi-driver-smb",
                "95c696805",
                "pkg/smb/controllerserver.go",
                "pkg/smb/smb.go",
                "docs/driver-parameters.md");
        return StorageDriver.named("smb.csi.k8s.io", source)
                .ignoresCase()
                .parameters(
                        UnknownParameters.REFUSED,
                        named("source").required(),
                        named("onDelete").form(ShareDeletion.FORM))
                .moreParameters("subDir")
                .providesDirectories()
                .build();
    }
}
