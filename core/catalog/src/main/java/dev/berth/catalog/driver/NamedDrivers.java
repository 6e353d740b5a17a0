package dev.berth.catalog.driver;

import dev.berth.catalog.Source;
import java.util.List;

/** Drivers for which the catalog knows little more than the name. */
final class NamedDrivers {

    private static final Source LIST_OF_DRIVERS = Source.page("https://kubernetes-csi.github.io/docs/drivers.html");

    private NamedDrivers() {}

    /** Containers of Azure Blob Storage. */
    static StorageDriver azureBlob() {
        return directories("blob.csi.azure.com", LIST_OF_DRIVERS);
    }

    /** The drivers of smaller clouds. */
    static List<StorageDriver> clouds() {
        return List.of(
                hetzner(),
                named("linodebs.csi.linode.com", LIST_OF_DRIVERS),
                named("block.csi.vultr.com", LIST_OF_DRIVERS),
                named("csi.scaleway.com", LIST_OF_DRIVERS),
                named("vpc.block.csi.ibm.io", LIST_OF_DRIVERS),
                named("blockvolume.csi.oraclecloud.com", LIST_OF_DRIVERS));
    }

    /** The driver rounds small sizes up. */
    private static StorageDriver hetzner() {
        return StorageDriver.named(
                        "csi.hetzner.cloud",
                        Source.of("hetznercloud/csi-driver", "1ecd85e57a", "internal/driver/helper.go"))
                .sharedAccess(SharedAccess.never(SharedAccess.READ_WRITE_MANY, SharedAccess.READ_ONLY_MANY))
                .build();
    }

    /** The driver shares a file system over NFS, and rounds small sizes up. */
    private static StorageDriver longhorn() {
        return StorageDriver.named(
                        "driver.longhorn.io",
                        Source.of("longhorn/longhorn-manager", "007fd6241f", "csi/controller_server.go"))
                .sharedAccess(SharedAccess.never(SharedAccess.READ_ONLY_MANY))
                .build();
    }

    /** The drivers that run in any cluster. */
    static List<StorageDriver> anywhere() {
        return List.of(
                longhorn(),
                directories("hostpath.csi.k8s.io", LIST_OF_DRIVERS),
                directories(
                        "openebs.io/local",
                        Source.of(
                                "openebs/dynamic-localpv-provisioner",
                                "8614258822",
                                "cmd/provisioner-localpv/app/provisioner.go")),
                directories(
                        "k8s.io/minikube-hostpath",
                        Source.of("kubernetes/minikube", "7ae074106c", "pkg/storage/storage_provisioner.go")));
    }

    /** Not a driver: the provisioner of classes whose volumes an administrator creates. */
    static StorageDriver noProvisioner() {
        return named(
                "kubernetes.io/no-provisioner",
                Source.page("https://kubernetes.io/docs/concepts/storage/storage-classes/#local"));
    }

    /** The plugin for Portworx. The catalog does not know its driver. */
    static StorageDriver portworx() {
        return named(
                "kubernetes.io/portworx-volume",
                Source.page("https://kubernetes.io/docs/concepts/storage/volumes/#portworxvolume"));
    }

    private static StorageDriver directories(String name, Source source) {
        return StorageDriver.named(name, source).providesDirectories().build();
    }

    private static StorageDriver named(String name, Source source) {
        return StorageDriver.named(name, source).build();
    }
}
