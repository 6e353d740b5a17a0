package dev.berth.volumes.aws;

import java.util.Map;

/** The file system ext3 or ext4 of an EBS volume; made by {@link EbsFileSystem#ext4()} and {@link EbsFileSystem#ext3()}. */
public final class EbsExt extends EbsFileSystem {

    EbsExt(Map<String, String> parameters) {
        super(parameters);
    }

    /** The same with blocks of so many bytes. */
    public EbsExt blockSize(int bytes) {
        return new EbsExt(and("blockSize", bytes));
    }

    /** The same with inodes of so many bytes. */
    public EbsExt inodeSize(int bytes) {
        return new EbsExt(and("inodeSize", bytes));
    }

    /** The same with an inode for each so many bytes: fewer bytes leave room for more files. */
    public EbsExt bytesPerInode(int bytes) {
        return new EbsExt(and("bytesPerInode", bytes));
    }

    /** The same with room for so many files. */
    public EbsExt numberOfInodes(int amount) {
        return new EbsExt(and("numberOfInodes", amount));
    }
}
