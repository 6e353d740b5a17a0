package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the CSI driver of OpenStack Cinder volumes. */
final class CinderRules {

    private static final StorageDriver DRIVER = StorageDrivers.CINDER;

    private CinderRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(ParameterRule.unknown(DRIVER, "cinder-parameter-ignored", "CreateVolume"));
    }
}
