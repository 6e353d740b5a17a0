package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.Set;

/** The driver for volumes of OpenStack Cinder. */
public final class CinderRules {

    private static final Driver DRIVER = new Driver(
            Set.of("cinder.csi.openstack.org"),
            false,
            "pkg/csi/cinder/controllerserver.go of kubernetes/cloud-provider-openstack");

    private CinderRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(ParameterRule.ignored(
                DRIVER, "cinder-parameter-ignored", "CreateVolume", Set.of("type", "availability")));
    }
}
