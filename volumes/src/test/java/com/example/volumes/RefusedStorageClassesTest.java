package com.example.volumes;

import static dev.berth.volumes.aws.EbsVolumeType.gp3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.value.InvalidValueException;
import dev.berth.volumes.aws.AwsEbs;
import dev.berth.volumes.aws.EbsFileSystem;
import dev.berth.volumes.aws.EbsVolumeType;
import dev.berth.volumes.azure.AzureDisk;
import dev.berth.volumes.azure.AzureDiskSku;
import dev.berth.volumes.azure.AzureNetworkAccessPolicy;
import dev.berth.volumes.gcp.GcpDiskType;
import dev.berth.volumes.gcp.GcpPersistentDisk;
import dev.berth.volumes.local.LocalPath;
import dev.berth.volumes.local.NoProvisioner;
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.volumes.storageclass.TopologySelectorTerm;
import dev.berth.volumes.storageclass.VolumeBindingMode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefusedStorageClassesTest {

    @Test
    void iops_that_an_ebs_volume_cannot_have() {
        refused(() -> gp3().iops(2999))
                .hasMessage("AwsEbs gp3 iops: Invalid value: 2999: must be between 3000 and 80000");
        refused(() -> gp3().iops(80_001))
                .hasMessage("AwsEbs gp3 iops: Invalid value: 80001: must be between 3000 and 80000");
        refused(() -> gp3().iopsPerGb(501))
                .hasMessage("AwsEbs gp3 iopsPerGB: Invalid value: 501: must be between 1 and 500");
        refused(() -> EbsVolumeType.io1(64_001))
                .hasMessage("AwsEbs io1 iops: Invalid value: 64001: must be between 100 and 64000");
        refused(() -> EbsVolumeType.io1PerGb(51))
                .hasMessage("AwsEbs io1 iopsPerGB: Invalid value: 51: must be between 1 and 50");
        refused(() -> EbsVolumeType.io2(99))
                .hasMessage("AwsEbs io2 iops: Invalid value: 99: must be between 100 and 256000");
        refused(() -> EbsVolumeType.io2PerGb(0))
                .hasMessage("AwsEbs io2 iopsPerGB: Invalid value: 0: must be between 1 and 1000");
        refused(() -> gp3().iops(4000).iopsPerGb(10))
                .hasMessage(
                        "AwsEbs gp3 iops: Forbidden: they are already set: set either a number for the volume or one for"
                                + " each GiB");
        refused(() -> gp3().iops(4000).allowAutoIopsPerGbIncrease())
                .hasMessage("AwsEbs allowAutoIOPSPerGBIncrease: Forbidden: only IOPS for each GiB can be raised: set"
                        + " iopsPerGb");
    }

    @Test
    void a_throughput_that_a_gp3_volume_cannot_have() {
        refused(() -> gp3().throughput(124))
                .hasMessage("AwsEbs gp3 throughput: Invalid value: 124: must be between 125 and 2000");
        refused(() -> gp3().throughput(1000))
                .hasMessage("AwsEbs gp3 throughput: Invalid value: 1000: EC2 provides at most 1 MiB/s for each 4 IOPS:"
                        + " set 4000 IOPS first");
        assertThat(gp3().throughput(750)).isNotEqualTo(gp3());
        assertThat(gp3().iops(4000).throughput(1000)).isEqualTo(gp3().iops(4000).throughput(1000));
        assertThat(gp3().iopsPerGb(10).throughput(2000)).isNotEqualTo(gp3().iopsPerGb(10));
    }

    @Test
    void options_of_an_ebs_class_that_contradict_each_other() {
        refused(() -> AwsEbs.named("a")
                        .type(gp3())
                        .encrypted(false)
                        .kmsKeyId("arn:aws:kms:eu-central-1:111122223333:key/1")
                        .build())
                .hasMessage(
                        "StorageClass \"a\": parameters.kmsKeyId: Forbidden: the driver always encrypts if a key is set:"
                                + " remove encrypted(false) or the key");
        refused(() -> AwsEbs.named("a").type(gp3()).kmsKeyId(" ").build())
                .hasMessage("StorageClass \"a\": parameters.kmsKeyId: Invalid value: \" \": must be the ARN of a key");
        refused(() -> AwsEbs.named("a")
                        .type(gp3())
                        .putTagSpecification("kubernetes.io/cluster/x", "owned")
                        .build())
                .hasMessage(
                        "StorageClass \"a\": tag: Invalid value: \"kubernetes.io/cluster/x\": the driver sets this tag"
                                + " itself");
        refused(() -> AwsEbs.named("a")
                        .type(gp3())
                        .putTagSpecification("a=b", "c")
                        .build())
                .hasMessage("StorageClass \"a\": tag: Invalid value: \"a=b\": must have a key without '='");
        refused(() -> EbsFileSystem.xfs().blockSize(0))
                .hasMessage("AwsEbs blockSize: Invalid value: 0: must be at least 1");
    }

    @Test
    void parameters_of_google_disks_that_the_driver_refuses() {
        refused(() -> GcpDiskType.pdExtreme(0))
                .hasMessage("GcpPersistentDisk pd-extreme iops: Invalid value: 0: must be at least 1");
        refused(() -> GcpDiskType.hyperdiskBalanced(3000, -1))
                .hasMessage("GcpPersistentDisk hyperdisk-balanced throughput: Invalid value: -1: must be at least 1");
        refused(() -> GcpPersistentDisk.named("g")
                        .type(GcpDiskType.pdSsd())
                        .diskEncryptionKmsKey("my-key")
                        .build())
                .hasMessage("StorageClass \"g\": parameters.disk-encryption-kms-key: Invalid value: \"my-key\": must be"
                        + " projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY");
        refused(() -> GcpPersistentDisk.named("g")
                        .type(GcpDiskType.pdSsd())
                        .putDiskLabel("Team", "ledger")
                        .build())
                .hasMessage(
                        "StorageClass \"g\": disk label: Invalid value: \"Team\": must be at most 63 lower case letters,"
                                + " digits, '_' or '-', and start with a letter");
        refused(() -> GcpPersistentDisk.named("g")
                        .type(GcpDiskType.pdSsd())
                        .putDiskLabel("team", "a,b=c")
                        .build())
                .hasMessage(
                        "StorageClass \"g\": disk label \"team\" value: Invalid value: \"a,b=c\": must be at most 63"
                                + " lower case letters, digits, '_' or '-'");
    }

    @Test
    void confidential_google_disks_without_a_key() {
        refused(() -> GcpPersistentDisk.named("g")
                        .type(GcpDiskType.hyperdiskBalanced())
                        .enableConfidentialStorage(true)
                        .build())
                .hasMessage("StorageClass \"g\": parameters.disk-encryption-kms-key: Required value: confidential disks"
                        + " need a key: set diskEncryptionKmsKey");
    }

    @Test
    void parameters_of_azure_disks_that_the_driver_refuses() {
        refused(() -> AzureDiskSku.ultraSsdLrs().logicalSectorSize(1024))
                .hasMessage("AzureDisk LogicalSectorSize: Invalid value: 1024: must be 512 or 4096");
        refused(() -> AzureDiskSku.premiumV2Lrs().diskIopsReadWrite(0))
                .hasMessage("AzureDisk DiskIOPSReadWrite: Invalid value: 0: must be at least 1");
        refused(() -> AzureNetworkAccessPolicy.allowPrivate(""))
                .hasMessage("AzureDisk diskAccessID: Invalid value: \"\": must be the resource id of a DiskAccess");
        refused(() -> AzureDisk.named("a")
                        .skuName(AzureDiskSku.standardLrs())
                        .maxShares(0)
                        .build())
                .hasMessage("StorageClass \"a\": parameters.maxShares: Invalid value: 0: must be at least 1");
        refused(() -> AzureDisk.named("a")
                        .skuName(AzureDiskSku.standardLrs())
                        .diskEncryptionSetId("my-set")
                        .build())
                .hasMessage("StorageClass \"a\": parameters.diskEncryptionSetID: Invalid value: \"my-set\": must be a"
                        + " resource id that starts with /subscriptions/");
        refused(() -> AzureDisk.named("a")
                        .skuName(AzureDiskSku.standardLrs())
                        .putTag("team", "a,b")
                        .build())
                .hasMessage(
                        "StorageClass \"a\": tag: Invalid value: \"team=a,b\": must have a key, and neither ',' nor '='"
                                + " in key or value");
    }

    @Test
    void parameters_that_the_local_path_provisioner_refuses() {
        refused(() -> LocalPath.named("l")
                        .volumeBindingMode(VolumeBindingMode.IMMEDIATE)
                        .build())
                .hasMessage(
                        "StorageClass \"l\": volumeBindingMode: Invalid value: \"Immediate\": the provisioner cannot create a"
                                + " volume before it knows the pod's node: remove volumeBindingMode");
        refused(() -> LocalPath.named("l").pathPattern("{{ .PVC.Name }}").build())
                .hasMessage(
                        "StorageClass \"l\": parameters.pathPattern: Invalid value: \"{{ .PVC.Name }}\": must start with"
                                + " {{ .PVC.Namespace }}/{{ .PVC.Name }}/");
        refused(() -> LocalPath.named("l").nodePath("data").build())
                .hasMessage("StorageClass \"l\": parameters.nodePath: Invalid value: \"data\": must be absolute,"
                        + " starting with '/'");
    }

    @Test
    void fields_that_the_api_server_refuses_in_every_storage_class() {
        Map<String, String> tooMany =
                IntStream.range(0, 513).boxed().collect(Collectors.toMap(i -> "key" + i, i -> ""));

        refused(() -> NoProvisioner.named("Fast_SSD"))
                .hasMessage(
                        "StorageClass: metadata.name: Invalid value: \"Fast_SSD\": must be lower case letters, digits,"
                                + " '-' or '.', and start and end with a letter or digit");
        refused(() -> StorageClass.named("s").provisioner("a/b/c").build())
                .hasMessage(
                        "StorageClass \"s\": provisioner: Invalid value: \"a/b/c\": must be letters, digits, '-', '_' or"
                                + " '.', start and end with a letter or digit, and have at most 63 characters, with an optional"
                                + " DNS prefix such as example.com/");
        refused(() -> StorageClass.named("s")
                        .provisioner("example.com/x")
                        .putParameter("", "x")
                        .build())
                .hasMessage("StorageClass \"s\": parameters: Invalid value: \"\": must have a key");
        refused(() -> StorageClass.named("s")
                        .provisioner("example.com/x")
                        .putAllParameters(tooMany)
                        .build())
                .hasMessage("StorageClass \"s\": parameters: Too many: has 513, but the limit is 512");
        refused(() -> StorageClass.named("s")
                        .provisioner("example.com/x")
                        .putParameter("k", "x".repeat(256 * 1024))
                        .build())
                .hasMessage("StorageClass \"s\": parameters: Too long: has 262145 bytes, but the limit is 262144");
        refused(() -> NoProvisioner.named("s")
                        .defaultClass(true)
                        .putAnnotation("storageclass.kubernetes.io/is-default-class", "false")
                        .build())
                .hasMessage("StorageClass \"s\": metadata.annotations[storageclass.kubernetes.io/is-default-class]:"
                        + " Forbidden: defaultClass(…) already sets it: remove one of them");
    }

    @Test
    void an_invalid_topology() {
        refused(() -> AwsEbs.zones())
                .hasMessage("TopologySelectorTerm \"topology.kubernetes.io/zone\": values: Required value: add at"
                        + " least one");
        refused(() -> AwsEbs.zones("a", "a"))
                .hasMessage(
                        "TopologySelectorTerm \"topology.kubernetes.io/zone\" value: Invalid value: \"a\": must be unique");
        refused(() -> TopologySelectorTerm.of("zone", "a").and("zone", "b"))
                .hasMessage(
                        "TopologySelectorTerm key: Invalid value: \"zone\": must be unique: list all of its values together");
        refused(() -> NoProvisioner.named("s")
                        .addAllowedTopologies(AzureDisk.zones("a"), AzureDisk.zones("a"))
                        .build())
                .hasMessage(
                        "StorageClass \"s\": allowedTopologies: Invalid value: \"TopologySelectorTerm{topology.disk.csi.azure.com/"
                                + "zone=[a]}\": must be unique");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable declaration) {
        return assertThatThrownBy(declaration).isInstanceOf(InvalidValueException.class);
    }
}
