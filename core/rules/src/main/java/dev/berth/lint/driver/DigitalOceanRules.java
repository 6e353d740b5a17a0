package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The driver for volumes of DigitalOcean. */
public final class DigitalOceanRules {

    private static final StorageDriver DRIVER = StorageDrivers.DIGITAL_OCEAN;

    private DigitalOceanRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(ParameterRule.unknown(DRIVER, "digitalocean-parameter-ignored", "CreateVolume"));
    }
}
