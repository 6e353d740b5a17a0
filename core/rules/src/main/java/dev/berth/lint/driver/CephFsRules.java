package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the CSI driver of Ceph file systems. */
final class CephFsRules {

    private static final StorageDriver DRIVER = StorageDrivers.CEPH_FS;

    private CephFsRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                new ParameterMissing(DRIVER, "ceph-fs-parameter-missing", "getVolumeOptions"),
                ParameterRule.invalid(DRIVER, "ceph-fs-parameter-invalid", "NewVolumeOptions"));
    }
}
