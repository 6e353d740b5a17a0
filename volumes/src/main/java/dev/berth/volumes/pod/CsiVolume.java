package dev.berth.volumes.pod;

import dev.berth.config.SecretSource;
import dev.berth.manifest.Dsl;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import dev.berth.volumes.format.CsiDriverName;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A volume that a CSI driver creates on the node for this pod only and deletes with it, such as certificates or secrets
 * from an external store. The driver must support ephemeral volumes. For disks of a cloud, use a claim.
 *
 * <pre>{@code
 * var certificates = CsiVolume.named("certificates")
 *         .driver("csi.cert-manager.io")
 *         .putVolumeAttribute("csi.cert-manager.io/issuer-name", "ca")
 *         .readOnly(true)
 *         .nodePublishSecret(Secret.existing("issuer-login"))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class CsiVolume extends Volume implements ExtensibleCsiVolume {

    CsiVolume() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static CsiVolumeBuildStages.DriverBuildStage named(String name) {
        return CsiVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("CsiVolume name", name));
    }

    /** The name of the driver: a DNS subdomain of at most 63 characters. */
    public abstract String driver();

    /** Attributes for the driver. Optional. */
    public abstract Map<String, String> volumeAttributes();

    /** The file system. Defaults to the driver's own default. */
    public abstract Optional<String> fsType();

    /** Whether the volume is read-only for all containers of the pod. Defaults to false. */
    public abstract Optional<Boolean> readOnly();

    /**
     * A Secret in the namespace of the pod that the kubelet passes to the driver when it mounts the volume. Optional.
     */
    public abstract Optional<SecretSource> nodePublishSecret();

    @Value.Check
    void check() {
        CsiDriverName.require("CsiVolume \"" + name() + "\" driver", driver());
    }

    @Override
    public Set<ExistingObject> existing() {
        return nodePublishSecret().flatMap(SecretSource::outside).map(Set::of).orElse(Set.of());
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewCsi()
                .withDriver(driver())
                .withFsType(fsType().orElse(null))
                .withReadOnly(readOnly().orElse(null))
                .withVolumeAttributes(volumeAttributes().isEmpty() ? null : volumeAttributes())
                .withNodePublishSecretRef(nodePublishSecret()
                        .map(secret -> new LocalObjectReference(secret.name()))
                        .orElse(null))
                .endCsi()
                .build();
    }
}
