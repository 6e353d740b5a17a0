package dev.berth.lint.driver;

import dev.berth.catalog.driver.DriverParameter;
import dev.berth.catalog.driver.StorageDriver;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.storage.StaticClasses;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A class without a parameter that its driver needs to provision a volume. A class without parameters is for volumes that
 * exist: its claims bind to them, and the driver is not asked.
 */
final class ParameterMissing extends ObjectRule<StorageClass> {

    private final StorageDriver driver;
    private final ParameterReader reader;
    private final Map<String, Set<String>> alternatives;

    /** @param alternatives other parameters that serve instead of a required one */
    ParameterMissing(
            StorageDriver driver, String id, String function, String remedy, Map<String, Set<String>> alternatives) {
        super(
                StorageClass.class,
                Level.ERROR,
                new Rule(id, function, driver.source().text()),
                ParameterRule.REFUSED,
                remedy);
        this.driver = driver;
        this.reader = ParameterReader.of(driver);
        this.alternatives = alternatives;
    }

    ParameterMissing(StorageDriver driver, String id, String function) {
        this(driver, id, function, "Add it.", Map.of());
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        if (!reader.reads(storageClass)) {
            return;
        }
        Parameters parameters = new Parameters(storageClass, driver.ignoresCase());
        if (!parameters.keys().isEmpty()) {
            required().stream()
                    .filter(key -> !isGiven(parameters, key))
                    .forEach(key -> report.invalid(this, storageClass, "parameters", key + " is not set."));
        } else if (!StaticClasses.bindAll(set, ObjectSet.name(storageClass))) {
            reportWithoutParameters(set, storageClass, report);
        }
    }

    private List<String> required() {
        return driver.parameters().stream()
                .filter(DriverParameter::isRequired)
                .map(DriverParameter::key)
                .toList();
    }

    /** In a directory, the class may be for volumes that are in the cluster. */
    private void reportWithoutParameters(ObjectSet set, StorageClass storageClass, LintReport report) {
        String all = String.join(" and ", required());
        if (set.describesCluster()) {
            report.invalid(this, storageClass, "parameters", "It has no parameters.", "Add " + all + ".");
        } else {
            report.at(Level.WARNING)
                    .invalid(
                            this,
                            storageClass,
                            "parameters",
                            "It has no parameters, and not every claim of the class finds a volume in the set.",
                            "Add " + all + ", or declare the volumes.");
        }
    }

    private boolean isGiven(Parameters parameters, String key) {
        return parameters.has(driver.normalized(key))
                || alternatives.getOrDefault(key, Set.of()).stream()
                        .anyMatch(other -> parameters.has(driver.normalized(other)));
    }
}
