package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the CSI driver of Amazon FSx file systems. */
final class FsxRules {

    private static final StorageDriver DRIVER = StorageDrivers.AWS_FSX;

    private FsxRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                new ParameterMissing(DRIVER, "fsx-parameter-missing", "CreateVolume"),
                ParameterRule.invalid(DRIVER, "fsx-parameter-invalid", "CreateVolume"));
    }
}
