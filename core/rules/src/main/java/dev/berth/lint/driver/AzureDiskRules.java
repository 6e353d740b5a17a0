package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.function.BiConsumer;

/** The rules for the CSI driver of Azure disks. */
final class AzureDiskRules {

    private static final StorageDriver DRIVER = StorageDrivers.AZURE_DISK;

    private AzureDiskRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "azure-disk-parameter-unknown", "ParseDiskParameters"),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "azure-disk-parameter-invalid",
                        "ParseDiskParameters",
                        ParameterRule.REFUSED,
                        "Correct the value; it is case-sensitive.",
                        (parameters, complain) -> ParameterRule.values(DRIVER, parameters, complain)),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "azure-disk-parameters-conflict",
                        "CreateManagedDisk",
                        ParameterRule.REFUSED,
                        "Add what is missing, or remove it.",
                        AzureDiskRules::conflicts),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "azure-disk-sku-twice",
                        "ParseDiskParameters",
                        "Both set the same field, and it is random which of them wins.",
                        "Keep skuName.",
                        (parameters, complain) -> {
                            if (parameters.has("skuname") && parameters.has("storageaccounttype")) {
                                complain.accept("storageaccounttype", "skuName is also set.");
                            }
                        }),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "azure-disk-bursting-ignored",
                        "ParseDiskParameters",
                        "The driver ignores it.",
                        "Set it to \"true\", or remove it.",
                        (parameters, complain) -> {
                            if (parameters.has("enablebursting")
                                    && !parameters.get("enablebursting").equalsIgnoreCase("true")) {
                                complain.accept(
                                        "enablebursting", "It says \"" + parameters.get("enablebursting") + "\".");
                            }
                        }));
    }

    private static final List<String> TUNED = List.of("diskiopsreadwrite", "diskmbpsreadwrite", "logicalsectorsize");

    private static void conflicts(Parameters parameters, BiConsumer<String, String> complain) {
        String sku = parameters.value(DRIVER, "skuName");
        boolean tunable = sku.equals("UltraSSD_LRS") || sku.equals("PremiumV2_LRS");
        for (String key : TUNED) {
            if (parameters.has(key) && !tunable) {
                complain.accept(key, "Only UltraSSD_LRS and PremiumV2_LRS support it, not " + sku + ".");
            }
        }
        String caching = parameters.get("cachingmode");
        if (tunable && !caching.isEmpty() && !caching.equals("None")) {
            complain.accept("cachingmode", sku + " requires None.");
        }
        boolean isPrivate = parameters.get("networkaccesspolicy").equals("AllowPrivate");
        if (isPrivate && parameters.get("diskaccessid").isEmpty()) {
            complain.accept("networkaccesspolicy", "AllowPrivate requires diskAccessID.");
        }
        if (!isPrivate && !parameters.get("diskaccessid").isEmpty()) {
            complain.accept("diskaccessid", "It requires networkAccessPolicy: AllowPrivate.");
        }
        if (!parameters.get("diskencryptiontype").isEmpty()
                && parameters.get("diskencryptionsetid").isEmpty()) {
            complain.accept("diskencryptiontype", "It requires diskEncryptionSetID.");
        }
        if (!parameters.get("subscriptionid").isEmpty()
                && parameters.get("resourcegroup").isEmpty()) {
            complain.accept("subscriptionid", "It requires resourceGroup.");
        }
    }
}
