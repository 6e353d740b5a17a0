package dev.berth.catalog.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All known storage drivers. */
public final class StorageDrivers {

    /** Disks of Amazon EBS. */
    public static final StorageDriver AWS_EBS = AwsEbsDriver.entry();

    /** File systems of Amazon EFS. */
    public static final StorageDriver AWS_EFS = AwsEfsDriver.entry();

    /** Disks of Google Compute Engine. */
    public static final StorageDriver GCE_PERSISTENT_DISK = GcePersistentDiskDriver.entry();

    /** File systems of Amazon FSx. */
    public static final StorageDriver AWS_FSX = AwsFsxDriver.entry();

    /** Instances of Google Filestore. */
    public static final StorageDriver FILESTORE = FilestoreDriver.entry();

    /** Managed disks of Azure. */
    public static final StorageDriver AZURE_DISK = AzureDiskDriver.entry();

    /** Shares of Azure Files. */
    public static final StorageDriver AZURE_FILE = AzureFileDriver.entry();

    /** Disks of vSphere. */
    public static final StorageDriver VSPHERE = VsphereDriver.entry();

    /** Volumes of OpenStack Cinder. */
    public static final StorageDriver CINDER = CinderDriver.entry();

    /** Volumes of DigitalOcean. */
    public static final StorageDriver DIGITAL_OCEAN = DigitalOceanDriver.entry();

    /** Directories on nodes. */
    public static final StorageDriver LOCAL_PATH = LocalPathDriver.entry();

    /** Directories of an NFS server. */
    public static final StorageDriver NFS = NfsDriver.entry();

    /** Directories of an SMB server. */
    public static final StorageDriver SMB = SmbDriver.entry();

    /** Images of a Ceph pool. */
    public static final StorageDriver CEPH_RBD = CephDrivers.rbd();

    /** Directories of a Ceph file system. */
    public static final StorageDriver CEPH_FS = CephDrivers.fileSystem();

    /** The provisioner of classes whose volumes an administrator creates. */
    public static final StorageDriver NO_PROVISIONER = NamedDrivers.noProvisioner();

    private static final List<StorageDriver> ALL = all(
            List.of(
                    AWS_EBS,
                    AWS_EFS,
                    AWS_FSX,
                    GCE_PERSISTENT_DISK,
                    FILESTORE,
                    AZURE_DISK,
                    AZURE_FILE,
                    NamedDrivers.azureBlob(),
                    VSPHERE,
                    CINDER,
                    DIGITAL_OCEAN),
            NamedDrivers.clouds(),
            List.of(LOCAL_PATH, NFS, SMB, CEPH_RBD, CEPH_FS),
            NamedDrivers.anywhere(),
            List.of(NO_PROVISIONER, NamedDrivers.portworx()));

    private StorageDrivers() {}

    @SafeVarargs
    private static List<StorageDriver> all(List<StorageDriver>... groups) {
        List<StorageDriver> drivers = new ArrayList<>();
        for (List<StorageDriver> group : groups) {
            drivers.addAll(group);
        }
        return List.copyOf(drivers);
    }

    /** All entries, in the order in which names are suggested for a misspelled one. */
    public static List<StorageDriver> all() {
        return ALL;
    }

    // Loops, because a command that starts cold pays for each lambda.

    /** The names that a class can give as its provisioner: those of the drivers, and those of the plugins they replaced. */
    public static List<String> provisioners() {
        List<String> names = new ArrayList<>();
        for (StorageDriver driver : ALL) {
            names.add(driver.name());
        }
        for (StorageDriver driver : ALL) {
            if (driver.inTree().isPresent()) {
                names.add(driver.inTree().get().name());
            }
        }
        return List.copyOf(names);
    }

    /** Finds the driver of a class by its provisioner, which must be the driver's own name. */
    public static Optional<StorageDriver> named(String provisioner) {
        for (StorageDriver driver : ALL) {
            if (driver.isNamed(provisioner)) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    /** Whether the volumes of a class belong to one zone, so that the class should wait for the pod. */
    public static boolean isZonal(String provisioner) {
        Optional<StorageDriver> driver = named(provisioner);
        if (driver.isPresent() && driver.get().isZonal()) {
            return true;
        }
        Optional<StorageDriver> replacement = replacing(provisioner);
        return replacement.isPresent()
                && replacement.get().inTree().orElseThrow().isZonal();
    }

    /** Finds the driver that replaced the plugin with this name. */
    public static Optional<StorageDriver> replacing(String provisioner) {
        for (StorageDriver driver : ALL) {
            if (driver.inTree().isPresent() && driver.inTree().get().name().equals(provisioner)) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }
}
