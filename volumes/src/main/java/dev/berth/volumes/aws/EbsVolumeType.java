package dev.berth.volumes.aws;

import java.util.Map;

/**
 * The types of volumes of Amazon EBS, each with the parameters that it has and no others.
 *
 * <p>Source of the lowest and highest numbers: aws-ebs-csi-driver {@code pkg/cloud/cloud.go} (commit 429e202e, 2026), where
 * more than the highest is cut down in silence and less than the lowest fails; for gp3 the driver asks EC2 for the highest,
 * which the Amazon EBS User Guide gives.
 */
public abstract sealed class EbsVolumeType permits EbsGp3, EbsProvisionedIops, EbsPlain {

    EbsVolumeType() {}

    /** General purpose SSD: 3000 IOPS and 125 MiB/s whatever its size, and more where it is asked for. */
    public static EbsGp3 gp3() {
        return new EbsGp3(EbsIops.none(), 0);
    }

    /** The former general purpose SSD: 3 IOPS per GiB, at least 100. */
    public static EbsVolumeType gp2() {
        return new EbsPlain("gp2");
    }

    /**
     * The former SSD with provisioned IOPS.
     *
     * @param iops 100 to 64000
     * @throws dev.berth.value.InvalidValueException when the number is another
     */
    public static EbsVolumeType io1(int iops) {
        return new EbsProvisionedIops("io1", EbsIops.total("io1", iops, 100, 64_000));
    }

    /**
     * The same, where a larger volume has more IOPS.
     *
     * @param iopsPerGib 1 to 50
     * @throws dev.berth.value.InvalidValueException when the number is another
     */
    public static EbsProvisionedIops io1PerGib(int iopsPerGib) {
        return new EbsProvisionedIops("io1", EbsIops.perGib("io1", iopsPerGib, 50));
    }

    /**
     * SSD with provisioned IOPS; the one type that several nodes can attach at once, as a block device.
     *
     * @param iops 100 to 256000
     * @throws dev.berth.value.InvalidValueException when the number is another
     */
    public static EbsVolumeType io2(int iops) {
        return new EbsProvisionedIops("io2", EbsIops.total("io2", iops, 100, 256_000));
    }

    /**
     * The same, where a larger volume has more IOPS.
     *
     * @param iopsPerGib 1 to 1000
     * @throws dev.berth.value.InvalidValueException when the number is another
     */
    public static EbsProvisionedIops io2PerGib(int iopsPerGib) {
        return new EbsProvisionedIops("io2", EbsIops.perGib("io2", iopsPerGib, 1000));
    }

    /** Hard disk for large sequential reads and writes. */
    public static EbsVolumeType st1() {
        return new EbsPlain("st1");
    }

    /** The cheapest hard disk, for what is seldom read. */
    public static EbsVolumeType sc1() {
        return new EbsPlain("sc1");
    }

    /** Magnetic disk of the previous generation. */
    public static EbsVolumeType standard() {
        return new EbsPlain("standard");
    }

    abstract void addTo(Map<String, String> parameters);
}
