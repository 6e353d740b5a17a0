package dev.berth.volumes.aws;

import dev.berth.volumes.FsType;
import dev.berth.volumes.format.NumberRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file system of an EBS volume, which is formatted when it is first mounted. Source: aws-ebs-csi-driver
 * {@code docs/parameters.md} and {@code pkg/driver/constants.go}, {@code FileSystemConfigs} (commit 429e202e, 2026): a
 * volume cannot be provisioned if its file system does not support an option. For a block device, no option is allowed.
 */
public abstract sealed class EbsFileSystem permits EbsExt, EbsXfs, EbsNtfs {

    private final Map<String, String> parameters;

    EbsFileSystem(Map<String, String> parameters) {
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /** Returns ext4, the default of the driver. */
    public static EbsExt ext4() {
        return new EbsExt(named(FsType.EXT4));
    }

    /** Returns ext3, the predecessor of ext4. */
    public static EbsExt ext3() {
        return new EbsExt(named(FsType.EXT3));
    }

    /** Returns XFS, for large files and parallel access. */
    public static EbsXfs xfs() {
        return new EbsXfs(named(FsType.XFS));
    }

    /** Returns NTFS, for nodes that run Windows. */
    public static EbsFileSystem ntfs() {
        return new EbsNtfs(named(FsType.NTFS));
    }

    private static Map<String, String> named(FsType type) {
        return Map.of("csi.storage.k8s.io/fstype", type.value());
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Map<String, String> and(String key, String value) {
        Map<String, String> extended = new LinkedHashMap<>(parameters);
        extended.put(key, value);
        return extended;
    }

    Map<String, String> and(String key, int amount) {
        return and(key, Integer.toString(NumberRange.requirePositive("AwsEbs " + key, amount)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EbsFileSystem that && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return "EbsFileSystem" + parameters;
    }
}
