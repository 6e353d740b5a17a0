package dev.berth.volumes.local;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.volumes.storageclass.StorageClassFields;
import dev.berth.volumes.storageclass.VolumeBindingMode;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A StorageClass without a provisioner: its claims bind to existing PersistentVolumes of the same StorageClass. The
 * binding mode defaults to {@link VolumeBindingMode#WAIT_FOR_FIRST_CONSUMER}, so that a claim gets a volume that the
 * node of its pod can access.
 *
 * <pre>{@code
 * var disks = NoProvisioner.named("local-disks").build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class NoProvisioner extends StorageClassFields implements ExtensibleNoProvisioner {

    NoProvisioner() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static NoProvisionerBuildStages.BuildFinal named(String name) {
        return NoProvisionerBuildStages.start().name(checkedName(name));
    }

    /** The provisioner name that means no provisioner. */
    @Override
    public String provisioner() {
        return StorageDrivers.NO_PROVISIONER.name();
    }

    /** Returns no parameters. */
    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    protected Optional<VolumeBindingMode> ownBindingMode() {
        return Optional.of(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }

    @Value.Check
    void check() {
        checkClass();
    }
}
