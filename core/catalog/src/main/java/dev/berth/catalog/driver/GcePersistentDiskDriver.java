package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;
import java.util.List;
import java.util.Optional;

/** Disks of Google Compute Engine. */
final class GcePersistentDiskDriver {

    private static final String LABEL = "\\s*[a-z][a-z0-9_-]*\\s*=\\s*[a-z0-9_-]*\\s*";

    private static final List<String> MACHINE = List.of("cloud.google.com/machine-family", MachineLimit.INSTANCE_TYPE);

    private GcePersistentDiskDriver() {}

    static StorageDriver entry() {
        Source source = Source.of(
                "kubernetes-sigs/gcp-compute-persistent-disk-csi-driver", "b560165c", "pkg/parameters/parameters.go");
        return StorageDriver.named("pd.csi.storage.gke.io", source)
                .replaces(new InTreePlugin("kubernetes.io/gce-pd", Optional.of("1.28"), true))
                .ignoresCase()
                .parameters(
                        UnknownParameters.REFUSED,
                        // Compute Engine refuses other types, not the driver.
                        named("type")
                                .oneOf(
                                        "pd-standard",
                                        "pd-balanced",
                                        "pd-ssd",
                                        "pd-extreme",
                                        "hyperdisk-balanced",
                                        "hyperdisk-extreme",
                                        "hyperdisk-throughput",
                                        "hyperdisk-ml",
                                        "hyperdisk-balanced-high-availability",
                                        "dynamic")
                                .defaultsTo("pd-standard"),
                        named("replication-type").oneOf("none", "regional-pd").defaultsTo("none"),
                        named("availability-class")
                                .oneOf("none", "regional-hard-failover")
                                .defaultsTo("none"),
                        named("enable-confidential-storage").form("(?i)true|false", "true or false"),
                        named("provisioned-iops-on-create").form("[0-9]+([kMG]|[KMG]i)?", "a number"),
                        named("provisioned-throughput-on-create")
                                .form(
                                        "[0-9]+(\\.[0-9]+)?([kMGT]|[KMGT]i)?",
                                        "an amount for each second, such as 250Mi"),
                        named("labels")
                                .form(
                                        "\\s*|" + LABEL + "(," + LABEL + ")*",
                                        "of the form key=value,key=value in lower case"),
                        named("data-cache-mode").needsFlag("--enable-data-cache"),
                        named("data-cache-size").needsFlag("--enable-data-cache"),
                        named("enable-multi-zone-provisioning").needsFlag("a flag for many zones"),
                        named("storage-pools").needsFlag("--enable-storage-pools"))
                .moreParameters(
                        "disk-encryption-kms-key",
                        "hyperdisk-type",
                        "pd-type",
                        "resource-tags",
                        "use-allowed-disk-topology")
                .zonal("topology.gke.io/zone")
                // https://cloud.google.com/compute/docs/disks
                .sizes(SizeRange.upToTebi(64))
                // pkg/gce-pd-csi-driver/controller.go
                .sharedAccess(SharedAccess.of(
                        false, "type", "(?!hyperdisk-throughput$|hyperdisk-extreme$).*", SharedAccess.READ_WRITE_MANY))
                // https://cloud.google.com/compute/docs/disks/hyperdisks and …/docs/disks/persistent-disks
                .machineLimits(
                        new MachineLimit(MACHINE, "(?:c4|c4a|c4d|n4|n4a|n4d|m4|x4|h4d)(?:-.*)?", "type", "pd-.*"),
                        new MachineLimit(MACHINE, "(?:c3|c3d)(?:-.*)?", "type", "pd-standard|pd-extreme"),
                        new MachineLimit(
                                MACHINE, "(?:e2|n1|n2|n2d|t2a|t2d|c2|c2d)(?:-.*)?", "type", "hyperdisk-balanced"))
                .expandsVolumes(true)
                .build();
    }
}
