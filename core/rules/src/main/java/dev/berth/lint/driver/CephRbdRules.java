package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rules for the CSI driver of images of a Ceph pool. */
final class CephRbdRules {

    private static final StorageDriver DRIVER = StorageDrivers.CEPH_RBD;

    private CephRbdRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                new ParameterMissing(
                        DRIVER,
                        "ceph-rbd-parameter-missing",
                        "validateVolumeReq",
                        "Add it.",
                        Map.of("pool", Set.of("topologyConstrainedPools"))),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "ceph-rbd-parameter-invalid",
                        "validateStriping",
                        ParameterRule.REFUSED,
                        "Correct the value.",
                        CephRbdRules::values));
    }

    private static void values(Parameters parameters, BiConsumer<String, String> complain) {
        ParameterRule.values(DRIVER, parameters, complain);
        boolean hasUnit = !parameters.get("stripeUnit").isEmpty();
        if (hasUnit != !parameters.get("stripeCount").isEmpty()) {
            complain.accept(
                    hasUnit ? "stripeUnit" : "stripeCount",
                    "It is set without " + (hasUnit ? "stripeCount" : "stripeUnit") + ".");
        }
    }
}
