package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;

/** File systems of Amazon FSx for Lustre. The driver rounds sizes up. */
final class AwsFsxDriver {

    private static final ParameterForm NUMBER = ParameterForm.of("-?[0-9]{1,18}", "a number");

    private AwsFsxDriver() {}

    static StorageDriver entry() {
        Source source = Source.of("kubernetes-sigs/aws-fsx-csi-driver", "046f36821d", "pkg/driver/controller.go");
        return StorageDriver.named("fsx.csi.aws.com", source)
                .parameters(
                        UnknownParameters.UNKNOWN,
                        named("subnetId").required(),
                        named("automaticBackupRetentionDays").form(NUMBER),
                        named("perUnitStorageThroughput").form(NUMBER),
                        named("metadataIops").form(NUMBER))
                .sharedAccess(SharedAccess.never(SharedAccess.READ_ONLY_MANY))
                .providesDirectories()
                .build();
    }
}
