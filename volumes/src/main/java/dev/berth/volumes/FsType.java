package dev.berth.volumes;

/** A file system with which a block device is formatted when it is first mounted. */
public enum FsType {
    /** The usual one of Linux. */
    EXT4("ext4"),
    /** Its predecessor. */
    EXT3("ext3"),
    /** For large files and many of them at once. */
    XFS("xfs"),
    /** For nodes that run Windows. */
    NTFS("ntfs");

    private final String value;

    FsType(String value) {
        this.value = value;
    }

    /** The file system as drivers take it. */
    public String value() {
        return value;
    }
}
