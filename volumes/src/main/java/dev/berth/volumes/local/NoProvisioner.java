package dev.berth.volumes.local;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.volumes.storageclass.StorageClassFields;
import dev.berth.volumes.storageclass.VolumeBindingMode;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A class that makes no volumes: its claims get PersistentVolumes of the same class that someone made. Unless a binding
 * mode is given, a claim waits for its pod and gets a volume that the pod's node can reach.
 *
 * <pre>{@code
 * var local = NoProvisioner.named("local-disks").build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class NoProvisioner extends StorageClassFields {

    NoProvisioner() {}

    /**
     * Starts a class.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static NoProvisionerBuildStages.BuildFinal named(String name) {
        return NoProvisionerBuildStages.start().name(checkedName(name));
    }

    /** The name that stands for no provisioner. */
    @Override
    public String provisioner() {
        return StorageDrivers.NO_PROVISIONER.name();
    }

    /** None. */
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
