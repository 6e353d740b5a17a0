package dev.berth.volumes;

/** The file system of a block device, which is formatted when it is first mounted. */
public enum FsType {
    /** The most common file system on Linux. */
    EXT4("ext4"),
    /** The predecessor of ext4. */
    EXT3("ext3"),
    /** For large files and parallel access. */
    XFS("xfs"),
    /** For nodes that run Windows. */
    NTFS("ntfs");

    private final String value;

    FsType(String value) {
        this.value = value;
    }

    /** Returns the name of the file system as it is written in YAML. */
    public String value() {
        return value;
    }
}
