package dev.berth.volumes.aws;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.volumes.storageclass.InTreeClass;
import org.immutables.value.Value;

/**
 * A StorageClass of the AWS EBS provisioner that was part of Kubernetes before 1.27, with its parameters unchanged. A
 * cluster supports it only if the AWS EBS CSI driver is installed and translates it.
 *
 * <pre>{@code
 * var fast = InTreeAwsEbs.named("fast-ssd")
 *         .putParameter("type", "gp3")
 *         .putParameter("iopsPerGB", "10")
 *         .build();
 * }</pre>
 *
 * @deprecated Kubernetes 1.27 removed the provisioner: declare {@link AwsEbs}, whose driver replaced it.
 */
@Deprecated
@Value.Immutable
@Dsl
public abstract class InTreeAwsEbs extends InTreeClass implements ExtensibleInTreeAwsEbs {

    InTreeAwsEbs() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static InTreeAwsEbsBuildStages.BuildFinal named(String name) {
        return InTreeAwsEbsBuildStages.start().name(checkedName(name));
    }

    @Override
    protected String driver() {
        return StorageDrivers.AWS_EBS.name();
    }

    @Value.Check
    void check() {
        checkClass();
    }
}
