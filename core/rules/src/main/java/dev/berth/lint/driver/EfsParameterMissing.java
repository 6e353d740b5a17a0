package dev.berth.lint.driver;

import dev.berth.catalog.driver.DriverParameter;
import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.storage.StaticClasses;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Set;

/**
 * A class of Amazon EFS without a parameter that the driver needs to provision a volume. A class without parameters is for
 * volumes that exist: its claims bind to them, and the driver is not asked.
 */
final class EfsParameterMissing extends SetRule {

    private static final StorageDriver DRIVER = StorageDrivers.AWS_EFS;
    private static final String FILE_SYSTEM = "fileSystemId";

    /** Where the driver reads the file system instead. Source: {@code pkg/driver/filesystem_id_finder.go}. */
    private static final Set<String> FILE_SYSTEM_IN_OBJECT = Set.of("fileSystemIdConfigRef", "fileSystemIdSecretRef");

    EfsParameterMissing() {
        super(
                Level.ERROR,
                new Rule(
                        "efs-parameter-missing", "CreateVolume", DRIVER.source().text()),
                ParameterRule.REFUSED,
                "Add it; the key is case-sensitive.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (StorageClass storageClass : set.all(StorageClass.class)) {
            Parameters parameters = new Parameters(storageClass, DRIVER.ignoresCase());
            if (DRIVER.name().equals(storageClass.getProvisioner())) {
                if (parameters.keys().isEmpty() && !set.describesCluster()) {
                    checkStatic(set, storageClass, report);
                } else {
                    DRIVER.parameters().stream()
                            .filter(DriverParameter::isRequired)
                            .map(DriverParameter::key)
                            .filter(key -> !isGiven(parameters, key))
                            .forEach(key -> report.invalid(this, storageClass, "parameters", key + " is not set."));
                }
            }
        }
    }

    private void checkStatic(ObjectSet set, StorageClass storageClass, LintReport report) {
        if (!StaticClasses.bindAll(set, ObjectSet.name(storageClass))) {
            report.at(Level.WARNING)
                    .invalid(
                            this,
                            storageClass,
                            "parameters",
                            "It has no parameters, and not every claim of the class finds a volume in the set.",
                            "Add provisioningMode and fileSystemId, or declare the volumes.");
        }
    }

    private static boolean isGiven(Parameters parameters, String key) {
        return parameters.has(key)
                || (key.equals(FILE_SYSTEM) && FILE_SYSTEM_IN_OBJECT.stream().anyMatch(parameters::has));
    }
}
