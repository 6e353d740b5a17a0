package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The driver for disks of Azure. */
public final class AzureDiskRules {

    private static final Driver DRIVER = new Driver(
            Set.of("disk.csi.azure.com"),
            true,
            "pkg/azureutils/azure_disk_utils.go of kubernetes-sigs/azuredisk-csi-driver");

    private AzureDiskRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "azure-disk-parameter-unknown", "ParseDiskParameters", KEYS),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "azure-disk-parameter-invalid",
                        "ParseDiskParameters",
                        ParameterRule.REFUSED,
                        "Correct the value: case counts.",
                        AzureDiskRules::values),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "azure-disk-parameters-conflict",
                        "CreateManagedDisk",
                        ParameterRule.REFUSED,
                        "Add what is missing, or remove it.",
                        AzureDiskRules::conflicts),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "azure-disk-sku-twice",
                        "ParseDiskParameters",
                        "Both set one field, and which of them wins is left to chance.",
                        "Keep skuName.",
                        (parameters, complain) -> {
                            if (parameters.has("skuname") && parameters.has("storageaccounttype")) {
                                complain.accept("storageaccounttype", "skuName is given too.");
                            }
                        }),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "azure-disk-bursting-ignored",
                        "ParseDiskParameters",
                        "The driver passes over it.",
                        "Write \"true\", or remove it.",
                        (parameters, complain) -> {
                            if (parameters.has("enablebursting")
                                    && !parameters.get("enablebursting").equalsIgnoreCase("true")) {
                                complain.accept(
                                        "enablebursting", "It says \"" + parameters.get("enablebursting") + "\".");
                            }
                        }));
    }

    private static final Set<String> KEYS = Set.of(
            "attachdiskinitialdelay",
            "cachingmode",
            "diskaccessid",
            "diskencryptionsetid",
            "diskencryptiontype",
            "diskiopsreadwrite",
            "diskmbpsreadwrite",
            "diskname",
            "enableasyncattach",
            "enablebursting",
            "incremental",
            "kind",
            "location",
            "logicalsectorsize",
            "maxshares",
            "networkaccesspolicy",
            "performanceplus",
            "perfprofile",
            "publicnetworkaccess",
            "resizerequired",
            "resourcegroup",
            "skuname",
            "storageaccount",
            "storageaccounttype",
            "subscriptionid",
            "tags",
            "tagvaluedelimiter",
            "useragent",
            "writeacceleratorenabled",
            "zoned");
    private static final List<String> SKUS = List.of(
            "Standard_LRS",
            "Premium_LRS",
            "StandardSSD_LRS",
            "UltraSSD_LRS",
            "Premium_ZRS",
            "StandardSSD_ZRS",
            "PremiumV2_LRS");
    private static final List<String> TUNED = List.of("diskiopsreadwrite", "diskmbpsreadwrite", "logicalsectorsize");

    private static void values(Parameters parameters, BiConsumer<String, String> complain) {
        ParameterRule.oneOf(parameters, "skuname", SKUS, complain);
        ParameterRule.oneOf(parameters, "storageaccounttype", SKUS, complain);
        ParameterRule.oneOf(parameters, "cachingmode", List.of("None", "ReadOnly", "ReadWrite", ""), complain);
        ParameterRule.oneOf(
                parameters, "networkaccesspolicy", List.of("AllowAll", "AllowPrivate", "DenyAll", ""), complain);
        ParameterRule.oneOf(parameters, "publicnetworkaccess", List.of("Enabled", "Disabled", ""), complain);
        ParameterRule.matches(
                parameters, "perfprofile", "(?i)none|basic|advanced|", "none, basic or advanced", complain);
        ParameterRule.matches(parameters, "performanceplus", "(?i)true|false|t|f|1|0", "true or false", complain);
        ParameterRule.matches(parameters, "maxshares", "[1-9][0-9]*", "a number of 1 or more", complain);
        ParameterRule.matches(
                parameters, "diskencryptionsetid", "(?i)/subscriptions/.+", "of the form /subscriptions/…", complain);
        TUNED.forEach(key -> ParameterRule.matches(parameters, key, "[0-9]+", "a number", complain));
    }

    private static void conflicts(Parameters parameters, BiConsumer<String, String> complain) {
        String sku = parameters.get("skuname", "storageaccounttype", "StandardSSD_LRS");
        boolean tunable = sku.equals("UltraSSD_LRS") || sku.equals("PremiumV2_LRS");
        for (String key : TUNED) {
            if (parameters.has(key) && !tunable) {
                complain.accept(key, "Only UltraSSD_LRS and PremiumV2_LRS take it, not " + sku + ".");
            }
        }
        String caching = parameters.get("cachingmode");
        if (sku.equals("PremiumV2_LRS") && !caching.isEmpty() && !caching.equals("None")) {
            complain.accept("cachingmode", "PremiumV2_LRS takes None.");
        }
        boolean isPrivate = parameters.get("networkaccesspolicy").equals("AllowPrivate");
        if (isPrivate && parameters.get("diskaccessid").isEmpty()) {
            complain.accept("networkaccesspolicy", "AllowPrivate needs diskAccessID.");
        }
        if (!isPrivate && !parameters.get("diskaccessid").isEmpty()) {
            complain.accept("diskaccessid", "It needs networkAccessPolicy: AllowPrivate.");
        }
        if (!parameters.get("diskencryptiontype").isEmpty()
                && parameters.get("diskencryptionsetid").isEmpty()) {
            complain.accept("diskencryptiontype", "It needs diskEncryptionSetID.");
        }
        if (!parameters.get("subscriptionid").isEmpty()
                && parameters.get("resourcegroup").isEmpty()) {
            complain.accept("subscriptionid", "It needs resourceGroup.");
        }
    }
}
