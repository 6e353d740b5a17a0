package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The driver for volumes of OpenStack Cinder. */
public final class CinderRules {

    private static final StorageDriver DRIVER = StorageDrivers.CINDER;

    private CinderRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(ParameterRule.unknown(DRIVER, "cinder-parameter-ignored", "CreateVolume"));
    }
}
