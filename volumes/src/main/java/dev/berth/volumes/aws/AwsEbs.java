package dev.berth.volumes.aws;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.storageclass.StorageClassFields;
import dev.berth.volumes.storageclass.TopologySelectorTerm;
import dev.berth.volumes.storageclass.VolumeBindingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A StorageClass for Amazon EBS volumes, which the AWS EBS CSI driver provisions. A volume belongs to one zone and is
 * mounted on one node at a time, so the binding mode defaults to {@link VolumeBindingMode#WAIT_FOR_FIRST_CONSUMER}.
 *
 * <pre>{@code
 * var fast = AwsEbs.named("ebs-fast")
 *         .type(gp3().iops(4000).throughput(250))
 *         .encrypted(true)
 *         .allowVolumeExpansion(true)
 *         .build();
 * }</pre>
 *
 * <p>Source of the parameters: aws-ebs-csi-driver {@code docs/parameters.md} (commit 429e202e, 2026).
 */
@Value.Immutable
@Dsl
public abstract class AwsEbs extends StorageClassFields implements ExtensibleAwsEbs {

    AwsEbs() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static AwsEbsBuildStages.TypeBuildStage named(String name) {
        return AwsEbsBuildStages.start().name(checkedName(name));
    }

    /**
     * Returns the nodes of these availability zones, such as {@code eu-central-1a}.
     *
     * @throws InvalidValueException if there is no zone or a duplicate zone
     */
    public static TopologySelectorTerm zones(String... zones) {
        return TopologySelectorTerm.of(StorageDrivers.AWS_EBS.topologyKeys().get(0), zones);
    }

    /** The type of the volumes, with its own parameters. */
    public abstract EbsVolumeType type();

    /** The file system of the volumes. Defaults to ext4. */
    public abstract Optional<EbsFileSystem> fsType();

    /** Whether the volumes are encrypted. Defaults to the setting of the AWS account. */
    public abstract Optional<Boolean> encrypted();

    /** The ARN of the encryption key. Defaults to the EBS key of the account. */
    public abstract Optional<String> kmsKeyId();

    /**
     * Tags of the volumes in AWS, in addition to those that the driver sets. A value can contain fields of the claim,
     * such as {@code {{ .PVCName }}}. Optional.
     */
    public abstract Map<String, String> tagSpecifications();

    @Value.Check
    void check() {
        checkClass();
        if (kmsKeyId().isPresent() && encrypted().filter(on -> !on).isPresent()) {
            throw new InvalidValueException(what()
                    + ": parameters.kmsKeyId: Forbidden: the driver always encrypts if a key is set: remove encrypted(false)"
                    + " or the key");
        }
        kmsKeyId().filter(String::isBlank).ifPresent(blank -> {
            throw InvalidValueException.of(what() + ": parameters.kmsKeyId", blank, "must be the ARN of a key");
        });
        tagSpecifications().keySet().forEach(this::checkTag);
    }

    /** Source: {@code pkg/driver/validation.go}, {@code validateExtraTags}, and {@code pkg/util/template}. */
    private void checkTag(String key) {
        if (key.isEmpty() || key.contains("=")) {
            throw InvalidValueException.of(what() + ": tag", key, "must have a key without '='");
        }
        boolean reserved = key.equals("CSIVolumeName")
                || key.equals("CSIVolumeSnapshotName")
                || key.startsWith("kubernetes.io/")
                || key.startsWith(provisioner() + "/");
        if (reserved) {
            throw InvalidValueException.of(what() + ": tag", key, "the driver sets this tag itself");
        }
    }

    /** The name of the AWS EBS CSI driver. */
    @Override
    public String provisioner() {
        return StorageDrivers.AWS_EBS.name();
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        type().addTo(parameters);
        fsType().ifPresent(system -> parameters.putAll(system.parameters()));
        encrypted().ifPresent(on -> parameters.put("encrypted", on.toString()));
        kmsKeyId().ifPresent(key -> parameters.put("kmsKeyId", key));
        int number = 1;
        for (Map.Entry<String, String> tag : tagSpecifications().entrySet()) {
            parameters.put("tagSpecification_" + number++, tag.getKey() + "=" + tag.getValue());
        }
        return parameters;
    }

    @Override
    protected Optional<VolumeBindingMode> ownBindingMode() {
        return Optional.of(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }
}
