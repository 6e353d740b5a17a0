package dev.berth.volumes.azure;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.volumes.storageclass.InTreeClass;
import org.immutables.value.Value;

/**
 * A StorageClass of the Azure Disk provisioner that was part of Kubernetes before 1.27, with its parameters unchanged.
 * A cluster supports it only if the Azure Disk CSI driver is installed and translates it.
 *
 * <pre>{@code
 * var fast = InTreeAzureDisk.named("fast-ssd")
 *         .putParameter("storageaccounttype", "Premium_LRS")
 *         .comment("As the exercise writes it.")
 *         .build();
 * }</pre>
 *
 * @deprecated Kubernetes 1.27 removed the provisioner: declare {@link AzureDisk}, whose driver replaced it.
 */
@Deprecated
@Value.Immutable
@Dsl
public abstract class InTreeAzureDisk extends InTreeClass implements ExtensibleInTreeAzureDisk {

    InTreeAzureDisk() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static InTreeAzureDiskBuildStages.BuildFinal named(String name) {
        return InTreeAzureDiskBuildStages.start().name(checkedName(name));
    }

    @Override
    protected String driver() {
        return StorageDrivers.AZURE_DISK.name();
    }

    @Value.Check
    void check() {
        checkClass();
    }
}
