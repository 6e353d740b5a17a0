package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the CSI driver of Azure Files shares. */
final class AzureFileRules {

    private static final StorageDriver DRIVER = StorageDrivers.AZURE_FILE;

    private AzureFileRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "azure-file-parameter-invalid",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Correct the value.",
                        (parameters, complain) -> ParameterRule.values(DRIVER, parameters, complain)),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "azure-file-parameters-conflict",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Add what is missing, or remove it.",
                        (parameters, complain) -> {
                            String sku = parameters.value(DRIVER, "skuName");
                            boolean nfs = parameters.get("protocol").equals("nfs");
                            if (nfs
                                    && (parameters.has("skuname") || parameters.has("storageaccounttype"))
                                    && !sku.startsWith("Premium")) {
                                complain.accept("protocol", "nfs requires a Premium SKU, not " + sku + ".");
                            }
                            if (parameters.get("enablemultichannel").equalsIgnoreCase("true")
                                    && (nfs || !sku.startsWith("Premium"))) {
                                complain.accept("enablemultichannel", "It requires smb and a Premium SKU.");
                            }
                            if (parameters.get("matchtags").equalsIgnoreCase("true")
                                    && parameters.has("storageaccount")) {
                                complain.accept("matchtags", "storageAccount is also set.");
                            }
                        }),
                ParameterRule.unknown(DRIVER, "azure-file-parameter-unknown", "CreateVolume"));
    }
}
