package dev.berth.volumes.gcp;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.volumes.storageclass.InTreeClass;
import org.immutables.value.Value;

/**
 * A StorageClass of the GCE Persistent Disk provisioner that was part of Kubernetes before 1.28, with its parameters
 * unchanged. A cluster supports it only if the Compute Engine persistent disk CSI driver is installed and translates
 * it.
 *
 * <pre>{@code
 * var fast = InTreeGcePersistentDisk.named("fast-ssd")
 *         .putParameter("type", "pd-ssd")
 *         .build();
 * }</pre>
 *
 * @deprecated Kubernetes 1.28 removed the provisioner: declare {@link GcpPersistentDisk}, whose driver replaced it.
 */
@Deprecated
@Value.Immutable
@Dsl
public abstract class InTreeGcePersistentDisk extends InTreeClass implements ExtensibleInTreeGcePersistentDisk {

    InTreeGcePersistentDisk() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static InTreeGcePersistentDiskBuildStages.BuildFinal named(String name) {
        return InTreeGcePersistentDiskBuildStages.start().name(checkedName(name));
    }

    @Override
    protected String driver() {
        return StorageDrivers.GCE_PERSISTENT_DISK.name();
    }

    @Value.Check
    void check() {
        checkClass();
    }
}
