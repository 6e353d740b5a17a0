package dev.berth.volumes;

import dev.berth.manifest.Dsl;
import org.immutables.value.Value;

/**
 * A class of the GCE Persistent Disk provisioner that was part of Kubernetes before 1.28, with its parameters as they are. A cluster takes
 * it only where the driver {@code pd.csi.storage.gke.io} is installed and translates it.
 *
 * @deprecated Kubernetes 1.28 removed the provisioner: declare {@link GcpPersistentDisk}, whose driver replaced it.
 */
@Deprecated
@Value.Immutable
@Dsl
public abstract class InTreeGcePersistentDisk extends InTreeClass {

    InTreeGcePersistentDisk() {}

    /**
     * Starts a class.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static ImmutableInTreeGcePersistentDisk.BuildFinal named(String name) {
        return ImmutableInTreeGcePersistentDisk.builder().name(StorageClass.checkedName(name));
    }

    /** {@code kubernetes.io/gce-pd}. */
    @Override
    public String provisioner() {
        return "kubernetes.io/gce-pd";
    }

    @Override
    String removedIn() {
        return "1.28";
    }

    @Override
    String replacement() {
        return "pd.csi.storage.gke.io";
    }

    @Value.Check
    void check() {
        checkClass();
    }
}
