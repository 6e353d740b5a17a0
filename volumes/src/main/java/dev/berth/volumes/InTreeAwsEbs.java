package dev.berth.volumes;

import dev.berth.manifest.Comments;
import dev.berth.manifest.Dsl;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A class of the AWS EBS provisioner that was part of Kubernetes before 1.27, with its parameters as they are. A cluster takes
 * it only where the driver {@code ebs.csi.aws.com} is installed and translates it.
 *
 * @deprecated Kubernetes 1.27 removed the provisioner: declare {@link AwsEbs}, whose driver replaced it.
 */
@Deprecated
@Value.Immutable
@Dsl
public abstract class InTreeAwsEbs extends StorageClassFields {

    private static final String PROVISIONER = "kubernetes.io/aws-ebs";

    InTreeAwsEbs() {}

    /**
     * Starts a class.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static ImmutableInTreeAwsEbs.BuildFinal named(String name) {
        return ImmutableInTreeAwsEbs.builder().name(StorageClass.checkedName(name));
    }

    /** {@code kubernetes.io/aws-ebs}. */
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
                "Deprecated: Kubernetes 1.27 removed " + PROVISIONER + ". The driver ebs.csi.aws.com replaced it.";
        return Comments.of(Optional.empty(), Map.of("provisioner", replaced)).and(super.comments());
    }
}
