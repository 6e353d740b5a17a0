package dev.berth.volumes.aws;

import java.util.Map;

/** The file system NTFS of an EBS volume, which has no options. */
final class EbsNtfs extends EbsFileSystem {

    EbsNtfs(Map<String, String> parameters) {
        super(parameters);
    }
}
