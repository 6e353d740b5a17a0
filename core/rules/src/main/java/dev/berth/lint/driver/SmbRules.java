package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the CSI driver of SMB servers. */
final class SmbRules {

    private static final StorageDriver DRIVER = StorageDrivers.SMB;

    private SmbRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "smb-parameter-unknown", "newSMBVolume"),
                new ParameterMissing(DRIVER, "smb-parameter-missing", "newSMBVolume"),
                ParameterRule.invalid(DRIVER, "smb-parameter-invalid", "newSMBVolume"));
    }
}
