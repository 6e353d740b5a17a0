package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;

/** Instances of Google Filestore. */
final class FilestoreDriver {

    private FilestoreDriver() {}

    static StorageDriver entry() {
        Source source =
                Source.of("kubernetes-sigs/gcp-filestore-csi-driver", "2edb466b", "pkg/csi_driver/controller.go");
        return StorageDriver.named("filestore.csi.storage.gke.io", source)
                .ignoresCase()
                .parameters(
                        UnknownParameters.REFUSED,
                        named("connect-mode")
                                .oneOf("DIRECT_PEERING", "PRIVATE_SERVICE_ACCESS")
                                .defaultsTo("DIRECT_PEERING"),
                        named("protocol")
                                .oneOf("NFS_V3", "NFS_V4_1")
                                .defaultsTo("NFS_V3")
                                .ignoresOtherValues(),
                        named("tier").defaultsTo("standard"),
                        named("network").defaultsTo("default"))
                .moreParameters(
                        "file-protocol",
                        "instance-encryption-kms-key",
                        "instance-storageclass-label",
                        "labels",
                        "max-volume-size",
                        "multishare",
                        "nfs-export-options-on-create",
                        "reserved-ip-range",
                        "reserved-ipv4-cidr",
                        "resource-tags")
                .expandsVolumes(true)
                .providesDirectories()
                .build();
    }
}
