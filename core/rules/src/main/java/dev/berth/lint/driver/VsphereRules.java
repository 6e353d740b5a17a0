package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the CSI driver of vSphere disks. */
final class VsphereRules {

    private static final StorageDriver DRIVER = StorageDrivers.VSPHERE;

    private VsphereRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(ParameterRule.unknown(DRIVER, "vsphere-parameter-unknown", "ParseStorageClassParams"));
    }
}
