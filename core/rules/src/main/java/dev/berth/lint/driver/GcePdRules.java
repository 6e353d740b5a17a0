package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.function.BiConsumer;

/** The rules for the CSI driver of Google Compute Engine disks. */
final class GcePdRules {

    private static final StorageDriver DRIVER = StorageDrivers.GCE_PERSISTENT_DISK;

    private GcePdRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "gce-parameter-unknown", "ExtractAndDefaultParameters"),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "gce-parameter-needs-flag",
                        "ExtractAndDefaultParameters",
                        "A driver that runs without the flag for it refuses it, and every claim of the class stays"
                                + " Pending.",
                        "Remove it, or acknowledge it for a driver that has the flag.",
                        (parameters, complain) -> DRIVER.parameters().stream()
                                .filter(parameter -> parameters.has(parameter.key()))
                                .forEach(parameter -> parameter
                                        .flag()
                                        .ifPresent(flag -> complain.accept(
                                                parameter.key(), "The driver accepts it only with " + flag + ".")))),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "gce-parameter-invalid",
                        "ExtractAndDefaultParameters",
                        "The driver or Compute Engine creates no disk, and every claim of the class stays Pending.",
                        "Correct the value.",
                        (parameters, complain) -> ParameterRule.values(DRIVER, parameters, complain)),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "gce-parameters-conflict",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Add what is missing, or remove it.",
                        GcePdRules::conflicts));
    }

    private static void conflicts(Parameters parameters, BiConsumer<String, String> complain) {
        if (parameters.get("availability-class").equals("regional-hard-failover")
                && !parameters.get("replication-type").equals("regional-pd")) {
            complain.accept("availability-class", "It requires replication-type: regional-pd.");
        }
        if (parameters.get("enable-confidential-storage").equalsIgnoreCase("true")
                && parameters.get("disk-encryption-kms-key").isEmpty()) {
            complain.accept("enable-confidential-storage", "It requires disk-encryption-kms-key.");
        }
    }
}
