package dev.berth.volumes;

import dev.berth.manifest.Comments;
import dev.berth.manifest.Dsl;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A class of the Azure Disk provisioner that was part of Kubernetes before 1.27, with its parameters as they are. A cluster takes
 * it only where the driver {@code disk.csi.azure.com} is installed and translates it.
 *
 * @deprecated Kubernetes 1.27 removed the provisioner: declare {@link AzureDisk}, whose driver replaced it.
 */
@Deprecated
@Value.Immutable
@Dsl
public abstract class InTreeAzureDisk extends StorageClassFields {

    private static final String PROVISIONER = "kubernetes.io/azure-disk";

    InTreeAzureDisk() {}

    /**
     * Starts a class.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static ImmutableInTreeAzureDisk.BuildFinal named(String name) {
        return ImmutableInTreeAzureDisk.builder().name(StorageClass.checkedName(name));
    }

    /** {@code kubernetes.io/azure-disk}. */
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
        String replaced =
                "Deprecated: Kubernetes 1.27 removed " + PROVISIONER + ". The driver disk.csi.azure.com replaced it.";
        return Comments.of(Optional.empty(), Map.of("provisioner", replaced)).and(super.comments());
    }
}
