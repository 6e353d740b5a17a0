package com.example.exercise;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.volumes.PersistentVolumeReclaimPolicy;
import dev.berth.volumes.aws.AwsEbs;
import dev.berth.volumes.aws.EbsVolumeType;
import dev.berth.volumes.aws.InTreeAwsEbs;
import dev.berth.volumes.azure.AzureDisk;
import dev.berth.volumes.azure.AzureDiskSku;
import dev.berth.volumes.azure.InTreeAzureDisk;
import dev.berth.volumes.gcp.GcpDiskType;
import dev.berth.volumes.gcp.GcpPersistentDisk;
import dev.berth.volumes.gcp.InTreeGcePersistentDisk;
import dev.berth.volumes.local.LocalPath;
import java.util.List;
import java.util.stream.Stream;

/** The StorageClass {@code fast-ssd} for a local cluster and for each cloud. No claim of the exercise uses it. */
final class StorageClasses {

    static final String NAME = "fast-ssd";

    private StorageClasses() {}

    static Manifest local() {
        return LocalPath.named(NAME)
                .reclaimPolicy(PersistentVolumeReclaimPolicy.DELETE)
                .comment("A directory of the node: as fast as its disk. For a cloud see clouds/.")
                .build();
    }

    /** Returns the files that replace the local StorageClass on each cloud. */
    static List<ManifestFile> insteadOf(ManifestFile local) {
        return Stream.of(
                        ManifestFile.of("clouds/aws/02-storageclass.yaml", aws()),
                        ManifestFile.of("clouds/gcp/02-storageclass.yaml", gcp()),
                        ManifestFile.of("clouds/azure/02-storageclass.yaml", azure()),
                        ManifestFile.of("clouds/in-tree/aws.yaml", inTreeAws()),
                        ManifestFile.of("clouds/in-tree/gcp.yaml", inTreeGcp()),
                        ManifestFile.of("clouds/in-tree/azure.yaml", inTreeAzure()))
                .map(file -> file.insteadOf(local))
                .toList();
    }

    private static Manifest aws() {
        return AwsEbs.named(NAME)
                .type(EbsVolumeType.gp3())
                .encrypted(true)
                .reclaimPolicy(PersistentVolumeReclaimPolicy.DELETE)
                .allowVolumeExpansion(true)
                .build();
    }

    private static Manifest gcp() {
        return GcpPersistentDisk.named(NAME)
                .type(GcpDiskType.pdSsd())
                .reclaimPolicy(PersistentVolumeReclaimPolicy.DELETE)
                .allowVolumeExpansion(true)
                .build();
    }

    private static Manifest azure() {
        return AzureDisk.named(NAME)
                .skuName(AzureDiskSku.premiumLrs())
                .reclaimPolicy(PersistentVolumeReclaimPolicy.DELETE)
                .allowVolumeExpansion(true)
                .build();
    }

    // The text of the exercise contains these three; they are rendered unchanged.

    @SuppressWarnings("deprecation")
    private static Manifest inTreeAws() {
        return InTreeAwsEbs.named(NAME)
                .putParameter("type", "gp3")
                .putParameter("iopsPerGB", "10")
                .build();
    }

    @SuppressWarnings("deprecation")
    private static Manifest inTreeGcp() {
        return InTreeGcePersistentDisk.named(NAME)
                .putParameter("type", "pd-ssd")
                .build();
    }

    @SuppressWarnings("deprecation")
    private static Manifest inTreeAzure() {
        return InTreeAzureDisk.named(NAME)
                .putParameter("storageaccounttype", "Premium_LRS")
                .build();
    }
}
