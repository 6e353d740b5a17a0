package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the CSI driver of NFS servers. */
final class NfsRules {

    private static final StorageDriver DRIVER = StorageDrivers.NFS;

    private NfsRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "nfs-parameter-unknown", "CreateVolume"),
                new ParameterMissing(DRIVER, "nfs-parameter-missing", "newNFSVolume"),
                ParameterRule.invalid(DRIVER, "nfs-parameter-invalid", "newNFSVolume"));
    }
}
