package dev.berth.catalog.driver;

import dev.berth.catalog.Source;
import java.util.List;

/** Drivers for which the catalog knows the name alone. */
final class NamedDrivers {

    private static final Source LIST_OF_DRIVERS = Source.page("https://kubernetes-csi.github.io/docs/drivers.html");

    private NamedDrivers() {}

    /** File systems of Amazon FSx. */
    static StorageDriver awsFsx() {
        return directories(
                "fsx.csi.aws.com",
                Source.of("kubernetes-sigs/aws-fsx-csi-driver", "05bcb51950", "pkg/driver/driver.go"));
    }

    /** Containers of Azure Blob Storage. */
    static StorageDriver azureBlob() {
        return directories("blob.csi.azure.com", LIST_OF_DRIVERS);
    }

    /** The drivers of smaller clouds. */
    static List<StorageDriver> clouds() {
        return List.of(
                named("csi.hetzner.cloud", LIST_OF_DRIVERS),
                named("linodebs.csi.linode.com", LIST_OF_DRIVERS),
                named("block.csi.vultr.com", LIST_OF_DRIVERS),
                named("csi.scaleway.com", LIST_OF_DRIVERS),
                named("vpc.block.csi.ibm.io", LIST_OF_DRIVERS),
                named("blockvolume.csi.oraclecloud.com", LIST_OF_DRIVERS));
    }

    /** The drivers that run in any cluster. */
    static List<StorageDriver> anywhere() {
        return List.of(
                named("driver.longhorn.io", LIST_OF_DRIVERS),
                directories("nfs.csi.k8s.io", LIST_OF_DRIVERS),
                directories("smb.csi.k8s.io", LIST_OF_DRIVERS),
                directories("hostpath.csi.k8s.io", LIST_OF_DRIVERS),
                named("rbd.csi.ceph.com", LIST_OF_DRIVERS),
                directories("cephfs.csi.ceph.com", LIST_OF_DRIVERS),
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
