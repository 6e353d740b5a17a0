package com.example.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.driver.DriverParameter;
import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.volumes.FsType;
import dev.berth.volumes.aws.AwsEbs;
import dev.berth.volumes.aws.EbsFileSystem;
import dev.berth.volumes.aws.EbsVolumeType;
import dev.berth.volumes.azure.AzureDisk;
import dev.berth.volumes.azure.AzureDiskSku;
import dev.berth.volumes.azure.AzureNetworkAccessPolicy;
import dev.berth.volumes.gcp.GcpDiskType;
import dev.berth.volumes.gcp.GcpPersistentDisk;
import dev.berth.volumes.local.LocalPath;
import dev.berth.volumes.storageclass.StorageClassFields;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a typed class can say, the catalog knows of its driver. */
class CatalogTest {

    @ParameterizedTest
    @MethodSource("classes")
    void the_catalog_knows_each_parameter_and_its_value(StorageClassFields storageClass) {
        StorageDriver driver = StorageDrivers.named(storageClass.provisioner()).orElseThrow();
        storageClass.parameters().forEach((key, value) -> {
            if (!key.startsWith("csi.storage.k8s.io/")) {
                assertThat(driver.parameter(key)).as(key).hasValueSatisfying(parameter -> check(parameter, value));
            }
        });
    }

    private static void check(DriverParameter parameter, String value) {
        assertThat(parameter.values().isEmpty() || parameter.values().contains(value))
                .as(value)
                .isTrue();
        assertThat(parameter.form().stream()).allMatch(form -> form.matches(value));
    }

    static Stream<StorageClassFields> classes() {
        return Stream.of(ebs(), persistentDisks(), azure(), Stream.of(localPath()))
                .flatMap(classes -> classes);
    }

    private static Stream<StorageClassFields> ebs() {
        return Stream.of(
                        EbsVolumeType.gp3().iops(4000).throughput(250),
                        EbsVolumeType.gp2(),
                        EbsVolumeType.io1(100),
                        EbsVolumeType.io1PerGb(50).allowAutoIopsPerGbIncrease(),
                        EbsVolumeType.io2(100),
                        EbsVolumeType.io2PerGb(50),
                        EbsVolumeType.st1(),
                        EbsVolumeType.sc1(),
                        EbsVolumeType.standard())
                .map(type -> AwsEbs.named("disks")
                        .type(type)
                        .fsType(EbsFileSystem.ext4().bytesPerInode(65536))
                        .kmsKeyId("arn:aws:kms:eu-central-1:111122223333:key/1234abcd")
                        .putTagSpecification("team", "ledger")
                        .build());
    }

    private static Stream<StorageClassFields> persistentDisks() {
        return Stream.of(
                        GcpDiskType.pdStandard(),
                        GcpDiskType.pdBalanced().regional(),
                        GcpDiskType.pdSsd().regionalHardFailover(),
                        GcpDiskType.pdExtreme(20_000),
                        GcpDiskType.hyperdiskBalanced(3000, 140),
                        GcpDiskType.hyperdiskBalancedHighAvailability(),
                        GcpDiskType.hyperdiskExtreme(20_000),
                        GcpDiskType.hyperdiskThroughput(100),
                        GcpDiskType.hyperdiskMl(400))
                .map(type -> GcpPersistentDisk.named("disks")
                        .type(type)
                        .diskEncryptionKmsKey("projects/p/locations/l/keyRings/r/cryptoKeys/k")
                        .enableConfidentialStorage(true)
                        .putDiskLabel("team", "ledger")
                        .build());
    }

    private static Stream<StorageClassFields> azure() {
        return Stream.of(
                        AzureDiskSku.standardLrs(),
                        AzureDiskSku.standardSsdLrs(),
                        AzureDiskSku.standardSsdZrs(),
                        AzureDiskSku.premiumLrs(),
                        AzureDiskSku.premiumZrs(),
                        AzureDiskSku.premiumV2Lrs(),
                        AzureDiskSku.ultraSsdLrs())
                .map(sku -> AzureDisk.named("disks")
                        .skuName(sku)
                        .fsType(FsType.EXT4)
                        .maxShares(2)
                        .resourceGroup("group")
                        .diskEncryptionSetId("/subscriptions/s")
                        .networkAccessPolicy(AzureNetworkAccessPolicy.denyAll())
                        .putTag("team", "ledger")
                        .build());
    }

    private static StorageClassFields localPath() {
        return LocalPath.named("local")
                .nodePath("/opt/local")
                .pathPattern("{{ .PVC.Namespace }}/{{ .PVC.Name }}/data")
                .build();
    }
}
