package dev.berth.volumes;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.CsiDriverName;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A volume of a CSI driver, identified by a handle; started by {@link PersistentVolumeSource#csi}. */
@Value.Immutable
@Dsl
public abstract non-sealed class CsiSource extends PersistentVolumeSource implements ExtensibleCsiSource {

    CsiSource() {}

    /** The name of the driver: a DNS subdomain of at most 63 characters. */
    public abstract String driver();

    /** The name that the driver gives the volume; unique for this driver. */
    public abstract String volumeHandle();

    /** The file system. Defaults to the driver's own default. */
    public abstract Optional<FsType> fsType();

    /** Whether the volume is read-only. Defaults to false. */
    public abstract Optional<Boolean> readOnly();

    /** Attributes for the driver when it mounts the volume. Optional. */
    public abstract Map<String, String> volumeAttributes();

    @Value.Check
    void check() {
        CsiDriverName.require("PersistentVolume csi driver", driver());
        if (volumeHandle().isEmpty()) {
            throw new InvalidValueException("PersistentVolume csi volumeHandle: Required value: name the volume");
        }
    }

    @Override
    boolean canBeBlockDevice() {
        return true;
    }

    @Override
    void addTo(PersistentVolumeSpecBuilder spec) {
        spec.withNewCsi()
                .withDriver(driver())
                .withVolumeHandle(volumeHandle())
                .withFsType(fsType().map(FsType::value).orElse(null))
                .withReadOnly(readOnly().orElse(null))
                .withVolumeAttributes(volumeAttributes().isEmpty() ? null : volumeAttributes())
                .endCsi();
    }
}
