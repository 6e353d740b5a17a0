package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;
import static dev.berth.catalog.driver.DriverParameter.startingWith;

import dev.berth.catalog.Source;
import java.util.Optional;

/** Disks of Amazon EBS. */
final class AwsEbsDriver {

    private static final ParameterForm NUMBER = ParameterForm.of("[+-]?[0-9]{1,9}", "a number");
    private static final ParameterForm LETTERS = ParameterForm.of("[A-Za-z0-9]+", "made of letters and digits");

    private AwsEbsDriver() {}

    static StorageDriver entry() {
        Source source = Source.of("kubernetes-sigs/aws-ebs-csi-driver", "429e202e", "pkg/driver/controller.go");
        return StorageDriver.named("ebs.csi.aws.com", source)
                .replaces(new InTreePlugin("kubernetes.io/aws-ebs", Optional.of("1.27"), true))
                .ignoresCase()
                .parameters(
                        UnknownParameters.REFUSED,
                        // EC2 refuses other types, not the driver: pkg/cloud/cloud.go.
                        named("type")
                                .oneOf("gp3", "gp2", "io2", "io1", "st1", "sc1", "standard")
                                .defaultsTo("gp3"),
                        named("iops").form(NUMBER),
                        named("iopsPerGB").form(NUMBER),
                        named("throughput").form(NUMBER),
                        named("volumeInitializationRate").form(NUMBER),
                        named("blockSize").form(LETTERS),
                        named("inodeSize").form(LETTERS),
                        named("bytesPerInode").form(LETTERS),
                        named("numberOfInodes").form(LETTERS),
                        startingWith("tagSpecification"))
                .moreParameters(
                        "allowAutoIOPSIncreaseOnModify",
                        "allowAutoIOPSPerGBIncrease",
                        "blockAttachUntilInitialized",
                        "blockExpress",
                        "encrypted",
                        "ext4BigAlloc",
                        "ext4ClusterSize",
                        "ext4EncryptionSupport",
                        "kmsKeyId")
                .zonal("topology.kubernetes.io/zone", "topology.ebs.csi.aws.com/zone")
                // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
                .sizes(
                        SizeRange.upToTebi(16, "type", "gp2|io1|st1|sc1"),
                        SizeRange.upToTebi(64, "type", "gp3|io2"),
                        SizeRange.upToTebi(1, "type", "standard"))
                // Multi-attach: pkg/cloud/cloud.go.
                .sharedAccess(
                        SharedAccess.of(true, "type", "io2", SharedAccess.READ_WRITE_MANY),
                        SharedAccess.never(SharedAccess.READ_ONLY_MANY))
                .expandsVolumes(true)
                .build();
    }
}
