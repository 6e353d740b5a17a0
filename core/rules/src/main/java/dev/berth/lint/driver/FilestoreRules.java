package dev.berth.lint.driver;

import dev.berth.catalog.driver.DriverParameter;
import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.Locale;

/** The rules for the CSI driver of Google Filestore instances. */
final class FilestoreRules {

    private static final StorageDriver DRIVER = StorageDrivers.FILESTORE;

    private FilestoreRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "filestore-parameter-unknown", "extractInstanceParameters"),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "filestore-parameter-invalid",
                        "extractInstanceParameters",
                        ParameterRule.REFUSED,
                        "Correct the value.",
                        (parameters, complain) -> ParameterRule.values(DRIVER, parameters, complain)),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "filestore-protocol-ignored",
                        "extractInstanceParameters",
                        "The driver creates an NFS_V3 instance instead.",
                        "Use NFS_V3 or NFS_V4_1.",
                        (parameters, complain) -> DRIVER.parameters().stream()
                                .filter(DriverParameter::ignoresOtherValues)
                                .forEach(parameter -> ParameterRule.value(DRIVER, parameter, parameters, complain))),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "filestore-parameters-conflict",
                        "extractInstanceParameters",
                        ParameterRule.REFUSED,
                        "Keep one of them.",
                        (parameters, complain) -> {
                            String tier = parameters.value(DRIVER, "tier");
                            boolean basic = BASIC.contains(tier.toLowerCase(Locale.ROOT));
                            if (parameters.get("protocol").equals("NFS_V4_1") && basic) {
                                complain.accept("protocol", "The tier " + tier + " does not support NFS_V4_1.");
                            }
                            if (parameters.get("connect-mode").equals("PRIVATE_SERVICE_ACCESS")
                                    && parameters.has("reserved-ipv4-cidr")) {
                                complain.accept(
                                        "reserved-ipv4-cidr", "PRIVATE_SERVICE_ACCESS requires reserved-ip-range.");
                            }
                        }));
    }

    private static final List<String> BASIC = List.of("standard", "basic_hdd", "premium", "basic_ssd");
}
