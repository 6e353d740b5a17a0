package dev.berth.volumes.aws;

import java.util.Map;

/**
 * The volume types of Amazon EBS, each with only the parameters that it supports.
 *
 * <p>Source of the limits: aws-ebs-csi-driver {@code pkg/cloud/cloud.go} (commit 429e202e, 2026), which silently
 * reduces a number above the maximum and fails below the minimum. For gp3, the driver queries EC2 for the maximum,
 * which the Amazon EBS User Guide states.
 */
public abstract sealed class EbsVolumeType permits EbsGp3, EbsProvisionedIops, EbsPlain {

    EbsVolumeType() {}

    /** Returns the general purpose SSD: 3000 IOPS and 125 MiB/s for any size, or more on request. */
    public static EbsGp3 gp3() {
        return new EbsGp3(EbsIops.none(), 0);
    }

    /** Returns the previous general purpose SSD: 3 IOPS per GiB, at least 100. */
    public static EbsVolumeType gp2() {
        return new EbsPlain("gp2");
    }

    /**
     * Returns the previous SSD with provisioned IOPS.
     *
     * @param iops 100 to 64000
     * @throws dev.berth.value.InvalidValueException if the number is out of range
     */
    public static EbsVolumeType io1(int iops) {
        return new EbsProvisionedIops("io1", EbsIops.total("io1", iops, 100, 64_000));
    }

    /**
     * Returns the same type with IOPS in proportion to the size.
     *
     * @param iopsPerGb 1 to 50
     * @throws dev.berth.value.InvalidValueException if the number is out of range
     */
    public static EbsProvisionedIops io1PerGb(int iopsPerGb) {
        return new EbsProvisionedIops("io1", EbsIops.perGib("io1", iopsPerGb, 50));
    }

    /**
     * Returns the SSD with provisioned IOPS, the only type that several nodes can attach at once, as a block device.
     *
     * @param iops 100 to 256000
     * @throws dev.berth.value.InvalidValueException if the number is out of range
     */
    public static EbsVolumeType io2(int iops) {
        return new EbsProvisionedIops("io2", EbsIops.total("io2", iops, 100, 256_000));
    }

    /**
     * Returns the same type with IOPS in proportion to the size.
     *
     * @param iopsPerGb 1 to 1000
     * @throws dev.berth.value.InvalidValueException if the number is out of range
     */
    public static EbsProvisionedIops io2PerGb(int iopsPerGb) {
        return new EbsProvisionedIops("io2", EbsIops.perGib("io2", iopsPerGb, 1000));
    }

    /** Returns the hard disk for large sequential reads and writes. */
    public static EbsVolumeType st1() {
        return new EbsPlain("st1");
    }

    /** Returns the cheapest hard disk, for data that is rarely read. */
    public static EbsVolumeType sc1() {
        return new EbsPlain("sc1");
    }

    /** Returns the magnetic disk of the previous generation. */
    public static EbsVolumeType standard() {
        return new EbsPlain("standard");
    }

    abstract void addTo(Map<String, String> parameters);
}
