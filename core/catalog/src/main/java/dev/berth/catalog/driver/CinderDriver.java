package dev.berth.catalog.driver;

import dev.berth.catalog.Source;
import java.util.Optional;

/** Volumes of OpenStack Cinder. */
final class CinderDriver {

    private CinderDriver() {}

    static StorageDriver entry() {
        Source source =
                Source.of("kubernetes/cloud-provider-openstack", "c453fb7c", "pkg/csi/cinder/controllerserver.go");
        return StorageDriver.named("cinder.csi.openstack.org", source)
                .replaces(new InTreePlugin("kubernetes.io/cinder", Optional.empty(), true))
                .parameters(UnknownParameters.IGNORED)
                .moreParameters("type", "availability")
                .zonal("topology.cinder.csi.openstack.org/zone")
                .expandsVolumes(true)
                .build();
    }
}
