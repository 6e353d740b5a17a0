package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rules for the CSI driver of Amazon EFS file systems. */
final class EfsRules {

    private static final StorageDriver DRIVER = StorageDrivers.AWS_EFS;

    /** Where the driver reads the file system instead. Source: {@code pkg/driver/filesystem_id_finder.go}. */
    private static final Map<String, Set<String>> FILE_SYSTEM_IN_OBJECT =
            Map.of("fileSystemId", Set.of("fileSystemIdConfigRef", "fileSystemIdSecretRef"));

    private EfsRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "efs-parameter-unknown", "CreateVolume"),
                new ParameterMissing(
                        DRIVER,
                        "efs-parameter-missing",
                        "CreateVolume",
                        "Add it; the key is case-sensitive.",
                        FILE_SYSTEM_IN_OBJECT),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "efs-parameter-invalid",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Correct the value.",
                        EfsRules::values));
    }

    private static void values(Parameters parameters, BiConsumer<String, String> complain) {
        ParameterRule.values(DRIVER, parameters, complain);
        if (parameters.has("gidRangeStart") != parameters.has("gidRangeEnd")) {
            boolean start = parameters.has("gidRangeStart");
            complain.accept(
                    start ? "gidRangeStart" : "gidRangeEnd",
                    "It is set without " + (start ? "gidRangeEnd" : "gidRangeStart") + ".");
        } else if (parameters.has("gidRangeStart")) {
            long start = number(parameters.get("gidRangeStart"));
            long end = number(parameters.get("gidRangeEnd"));
            if (start <= 0) {
                complain.accept(
                        "gidRangeStart", "\"" + parameters.get("gidRangeStart") + "\" is not a number above" + " 0.");
            } else if (end <= start) {
                complain.accept("gidRangeEnd", "\"" + parameters.get("gidRangeEnd") + "\" is not above gidRangeStart.");
            }
        }
        String pattern = parameters.get("subPathPattern");
        if (pattern.length() > 100
                || pattern.chars().filter(letter -> letter == '/').count() > 4) {
            complain.accept("subPathPattern", "It has more than 100 characters, or more than 4 levels.");
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
