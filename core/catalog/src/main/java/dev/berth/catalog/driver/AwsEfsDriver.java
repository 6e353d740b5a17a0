package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;

/** File systems of Amazon EFS, which grow by themselves: the driver ignores the size of a claim. */
final class AwsEfsDriver {

    private static final ParameterForm ID = ParameterForm.of("[0-9]{1,18}", "a number of 0 or more");

    /** What Go's {@code strconv.ParseBool} accepts. */
    private static final ParameterForm SWITCH =
            ParameterForm.of("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False", "true or false");

    private AwsEfsDriver() {}

    static StorageDriver entry() {
        Source source = Source.of("kubernetes-sigs/aws-efs-csi-driver", "a4fc6760", "pkg/driver/controller.go");
        return StorageDriver.named("efs.csi.aws.com", source)
                .parameters(
                        UnknownParameters.IGNORED,
                        named("provisioningMode").required().oneOf("efs-ap", "s3files-ap"),
                        named("fileSystemId").required(),
                        named("uid").form(ID),
                        named("gid").form(ID),
                        named("ensureUniqueDirectory").form(SWITCH),
                        named("reuseAccessPoint").form(SWITCH),
                        named("enforceZoneAffinity").form(SWITCH),
                        named("enableTagging").form(SWITCH))
                .moreParameters(
                        "az",
                        "basePath",
                        "directoryPerms",
                        "fileSystemIdConfigRef",
                        "fileSystemIdSecretRef",
                        "gidRangeEnd",
                        "gidRangeStart",
                        "subPathPattern")
                .expandsVolumes(false)
                .providesDirectories()
                .build();
    }
}
