package dev.berth.catalog.driver;

import dev.berth.catalog.Source;
import java.util.Optional;

/** Disks of vSphere. */
final class VsphereDriver {

    private VsphereDriver() {}

    static StorageDriver entry() {
        Source source = Source.of("kubernetes-sigs/vsphere-csi-driver", "bf809025", "pkg/csi/service/common/util.go");
        return StorageDriver.named("csi.vsphere.vmware.com", source)
                .replaces(new InTreePlugin("kubernetes.io/vsphere-volume", Optional.empty(), false))
                .ignoresCase()
                .parameters(UnknownParameters.REFUSED)
                .moreParameters("datastoreURL", "storagePolicyName")
                .zonal()
                .expandsVolumes(true)
                .build();
    }
}
