package dev.berth.volumes;

import dev.berth.manifest.Comments;
import dev.berth.manifest.Dsl;
import java.util.Map;
import java.util.Optional;
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
public abstract class InTreeGcePersistentDisk extends StorageClassFields {

    private static final String PROVISIONER = "kubernetes.io/gce-pd";

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
        return PROVISIONER;
    }

    // Declared again, so that they can be given.
    @Override
    public abstract Map<String, String> parameters();

    @Value.Check
    void check() {
        checkClass();
    }

    @Override
    public Comments comments() {
        String replaced = "Deprecated: Kubernetes 1.28 removed " + PROVISIONER
                + ". The driver pd.csi.storage.gke.io replaced it.";
        return Comments.of(Optional.empty(), Map.of("provisioner", replaced)).and(super.comments());
    }
}
