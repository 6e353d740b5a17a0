package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The driver for disks of vSphere. */
public final class VsphereRules {

    private static final StorageDriver DRIVER = StorageDrivers.VSPHERE;

    private VsphereRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(ParameterRule.unknown(DRIVER, "vsphere-parameter-unknown", "ParseStorageClassParams"));
    }
}
