package dev.berth.volumes.aws;

import java.util.Map;

/**
 * The file system ext3 or ext4 of an EBS volume; created by {@link EbsFileSystem#ext4()} and
 * {@link EbsFileSystem#ext3()}.
 */
public final class EbsExt extends EbsFileSystem {

    EbsExt(Map<String, String> parameters) {
        super(parameters);
    }

    /** Returns a copy with this block size in bytes. */
    public EbsExt blockSize(int bytes) {
        return new EbsExt(and("blockSize", bytes));
    }

    /** Returns a copy with this inode size in bytes. */
    public EbsExt inodeSize(int bytes) {
        return new EbsExt(and("inodeSize", bytes));
    }

    /** Returns a copy with one inode for this number of bytes: fewer bytes allow more files. */
    public EbsExt bytesPerInode(int bytes) {
        return new EbsExt(and("bytesPerInode", bytes));
    }

    /** Returns a copy with this number of inodes, which limits the number of files. */
    public EbsExt numberOfInodes(int amount) {
        return new EbsExt(and("numberOfInodes", amount));
    }
}
