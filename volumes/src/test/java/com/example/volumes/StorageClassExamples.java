package com.example.volumes;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.volumes.PersistentVolumeReclaimPolicy.RETAIN;
import static dev.berth.volumes.aws.EbsVolumeType.gp3;
import static dev.berth.volumes.aws.EbsVolumeType.io2PerGb;
import static dev.berth.volumes.aws.EbsVolumeType.sc1;
import static dev.berth.volumes.azure.AzureDiskSku.premiumLrs;
import static dev.berth.volumes.azure.AzureDiskSku.ultraSsdLrs;
import static dev.berth.volumes.gcp.GcpDiskType.hyperdiskBalanced;
import static dev.berth.volumes.gcp.GcpDiskType.pdSsd;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.volumes.FsType;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.aws.AwsEbs;
import dev.berth.volumes.aws.EbsFileSystem;
import dev.berth.volumes.aws.InTreeAwsEbs;
import dev.berth.volumes.azure.AzureCachedDisk.CachingMode;
import dev.berth.volumes.azure.AzureDisk;
import dev.berth.volumes.azure.AzureNetworkAccessPolicy;
import dev.berth.volumes.gcp.GcpPersistentDisk;
import dev.berth.volumes.local.LocalPath;
import dev.berth.volumes.local.NoProvisioner;
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.volumes.storageclass.VolumeBindingMode;

/** A StorageClass for each driver, as shown in docs/storage-classes.md. */
public final class StorageClassExamples implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(awsEbs(), gcpPersistentDisk(), azureDisk(), local(), inTree(), other());
    }

    private static ManifestFile awsEbs() {
        var fast = AwsEbs.named("ebs-fast")
                .type(gp3().iops(4000).throughput(250))
                .encrypted(true)
                .allowVolumeExpansion(true)
                .build();
        var database = AwsEbs.named("ebs-database")
                .type(io2PerGb(50).allowAutoIopsPerGbIncrease())
                .fsType(EbsFileSystem.xfs().blockSize(4096))
                .kmsKeyId("arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")
                .putTagSpecification("team", "ledger")
                .putTagSpecification("claim", "{{ .PVCName }}")
                .reclaimPolicy(RETAIN)
                .addAllowedTopologies(AwsEbs.zones("eu-central-1a", "eu-central-1b"))
                .build();
        var archive = AwsEbs.named("ebs-archive")
                .type(sc1())
                .fsType(EbsFileSystem.ext4().bytesPerInode(65536))
                .volumeBindingMode(VolumeBindingMode.IMMEDIATE)
                .addMountOptions("noatime")
                .build();

        return ManifestFile.of("storage-classes/aws-ebs.yaml", fast, database, archive);
    }

    private static ManifestFile gcpPersistentDisk() {
        var fast = GcpPersistentDisk.named("pd-fast")
                .type(pdSsd().regional())
                .allowVolumeExpansion(true)
                .addAllowedTopologies(GcpPersistentDisk.zones("europe-west3-a", "europe-west3-b"))
                .build();
        var database = GcpPersistentDisk.named("pd-database")
                .type(hyperdiskBalanced(5000, 250))
                .fsType(FsType.XFS)
                .diskEncryptionKmsKey("projects/acme/locations/europe-west3/keyRings/disks/cryptoKeys/ledger")
                .enableConfidentialStorage(true)
                .putDiskLabel("team", "ledger")
                .putDiskLabel("stage", "live")
                .build();

        return ManifestFile.of("storage-classes/gcp-persistent-disk.yaml", fast, database);
    }

    private static ManifestFile azureDisk() {
        var fast = AzureDisk.named("azure-fast")
                .skuName(premiumLrs().cachingMode(CachingMode.NONE))
                .allowVolumeExpansion(true)
                .build();
        var database = AzureDisk.named("azure-database")
                .skuName(ultraSsdLrs()
                        .diskIopsReadWrite(4000)
                        .diskMbpsReadWrite(200)
                        .logicalSectorSize(512))
                .fsType(FsType.EXT4)
                .maxShares(2)
                .resourceGroup("disks")
                .diskEncryptionSetId(
                        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/d")
                .networkAccessPolicy(AzureNetworkAccessPolicy.allowPrivate(
                        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskAccesses/a"))
                .putTag("team", "ledger")
                .addAllowedTopologies(AzureDisk.zones("westeurope-1"))
                .build();

        return ManifestFile.of("storage-classes/azure-disk.yaml", fast, database);
    }

    private static ManifestFile local() {
        var directory = LocalPath.named("local-directories")
                .defaultClass(true)
                .reclaimPolicy(RETAIN)
                .build();
        var disks = NoProvisioner.named("local-disks").build();

        return ManifestFile.of("storage-classes/local.yaml", directory, disks);
    }

    @SuppressWarnings("deprecation") // This example shows a removed provisioner.
    private static ManifestFile inTree() {
        var fast = InTreeAwsEbs.named("removed")
                .putParameter("type", "gp3")
                .putParameter("iopsPerGB", "10")
                .build();

        return ManifestFile.of("storage-classes/in-tree.yaml", fast);
    }

    private static ManifestFile other() {
        var ceph = StorageClass.named("ceph")
                .provisioner("rook-ceph.rbd.csi.ceph.com")
                .putParameter("clusterID", "rook-ceph")
                .putParameter("pool", "replicas")
                .build();
        var claim = PersistentVolumeClaim.named("data")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(10))
                .storageClass(ceph)
                .build();

        return ManifestFile.of("storage-classes/other-driver.yaml", ceph, claim);
    }
}
