package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.Set;

/** The driver for volumes of DigitalOcean. */
public final class DigitalOceanRules {

    private static final Driver DRIVER = new Driver(
            Set.of("dobs.csi.digitalocean.com"), false, "driver/controller.go of digitalocean/csi-digitalocean");

    private DigitalOceanRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(ParameterRule.ignored(DRIVER, "digitalocean-parameter-ignored", "CreateVolume", Set.of()));
    }
}
