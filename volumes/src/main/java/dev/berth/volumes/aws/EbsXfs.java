package dev.berth.volumes.aws;

import java.util.Map;

/** The file system XFS of an EBS volume; created by {@link EbsFileSystem#xfs()}. */
public final class EbsXfs extends EbsFileSystem {

    EbsXfs(Map<String, String> parameters) {
        super(parameters);
    }

    /** Returns a copy with this block size in bytes. */
    public EbsXfs blockSize(int bytes) {
        return new EbsXfs(and("blockSize", bytes));
    }

    /** Returns a copy with this inode size in bytes. */
    public EbsXfs inodeSize(int bytes) {
        return new EbsXfs(and("inodeSize", bytes));
    }
}
