package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** A class of directories on nodes that binds its claims before a node is selected. */
final class LocalPathWithoutNode extends ObjectRule<StorageClass> {

    private static final StorageDriver DRIVER = StorageDrivers.LOCAL_PATH;

    LocalPathWithoutNode() {
        super(
                StorageClass.class,
                Level.ERROR,
                new Rule(
                        "local-path-without-node",
                        "provisionFor",
                        DRIVER.source().text()),
                ParameterRule.REFUSED,
                "Set volumeBindingMode: WaitForFirstConsumer.");
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        if (!DRIVER.name().equals(storageClass.getProvisioner())
                || "WaitForFirstConsumer".equals(storageClass.getVolumeBindingMode())) {
            return;
        }
        LocalPathConfig.Storage storage = LocalPathConfig.of(set, ObjectSet.name(storageClass));
        boolean unknown = storage == LocalPathConfig.Storage.UNKNOWN && !set.describesCluster();
        if (storage != LocalPathConfig.Storage.SHARED) {
            (unknown ? report.at(Level.WARNING) : report)
                    .invalid(
                            this,
                            storageClass,
                            "parameters",
                            "Its volumeBindingMode is Immediate, so no node is selected.");
        }
    }
}
