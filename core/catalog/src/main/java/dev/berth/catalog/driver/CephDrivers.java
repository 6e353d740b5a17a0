package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;

/**
 * The drivers for Ceph. Rook puts the namespace of its operator in front of their names, as in {@code
 * rook-ceph.rbd.csi.ceph.com}. Source: {@code deploy/examples/csi} of rook/rook.
 */
final class CephDrivers {

    private static final String REPOSITORY = "ceph/ceph-csi";
    private static final String COMMIT = "52fcb7b00";
    private static final ParameterForm NAME = ParameterForm.of(".+", "a name");

    private CephDrivers() {}

    /** Images of a Ceph pool: several nodes can only share block devices. */
    static StorageDriver rbd() {
        return StorageDriver.named(
                        "rbd.csi.ceph.com", Source.of(REPOSITORY, COMMIT, "internal/rbd/controllerserver.go"))
                .mayHavePrefix()
                .parameters(
                        UnknownParameters.UNKNOWN,
                        named("clusterID").required().form(NAME),
                        named("pool").required().form(NAME),
                        named("topologyConstrainedPools").form(NAME),
                        named("dataPool").form(NAME),
                        named("radosNamespace").form(NAME),
                        named("volumeNamePrefix").form(NAME),
                        named("imageFeatures").form(".+", "a list of features"))
                .sharedAccess(SharedAccess.of(true, "", "", SharedAccess.READ_WRITE_MANY))
                .expandsVolumes(true)
                .build();
    }

    /** Directories of a Ceph file system. */
    static StorageDriver fileSystem() {
        return StorageDriver.named(
                        "cephfs.csi.ceph.com", Source.of(REPOSITORY, COMMIT, "internal/cephfs/store/volumeoptions.go"))
                .mayHavePrefix()
                .parameters(
                        UnknownParameters.UNKNOWN,
                        named("clusterID").required().form(NAME),
                        named("fsName").required().form(NAME),
                        named("pool").form(NAME),
                        named("volumeNamePrefix").form(NAME),
                        named("mounter").oneOf("fuse", "kernel"))
                .expandsVolumes(true)
                .providesDirectories()
                .build();
    }
}
