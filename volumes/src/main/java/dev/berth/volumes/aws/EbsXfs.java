package dev.berth.volumes.aws;

import java.util.Map;

/** The file system XFS of an EBS volume; made by {@link EbsFileSystem#xfs()}. */
public final class EbsXfs extends EbsFileSystem {

    EbsXfs(Map<String, String> parameters) {
        super(parameters);
    }

    /** The same with blocks of so many bytes. */
    public EbsXfs blockSize(int bytes) {
        return new EbsXfs(and("blockSize", bytes));
    }

    /** The same with inodes of so many bytes. */
    public EbsXfs inodeSize(int bytes) {
        return new EbsXfs(and("inodeSize", bytes));
    }
}
