package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import java.util.List;
import java.util.Set;

/** The driver for shares of Azure Files. */
public final class AzureFileRules {

    private static final Driver DRIVER = new Driver(
            Set.of("file.csi.azure.com"),
            true,
            "pkg/azurefile/controllerserver.go of kubernetes-sigs/azurefile-csi-driver");

    private AzureFileRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "azure-file-parameter-invalid",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Correct the value.",
                        (parameters, complain) -> {
                            ParameterRule.oneOf(parameters, "protocol", List.of("smb", "nfs", ""), complain);
                            ParameterRule.matches(
                                    parameters,
                                    "sharenameprefix",
                                    "[a-z0-9]([a-z0-9-]{0,19})?",
                                    "made of at most 20 lower case letters, digits and hyphens",
                                    complain);
                            ParameterRule.matches(
                                    parameters, "accountquota", "[1-9][0-9]{2,8}", "a number of 100 or more", complain);
                            ParameterRule.matches(parameters, "fstype", "nfs|cifs|smb|", "nfs or smb", complain);
                        }),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "azure-file-parameters-conflict",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Add what is missing, or remove it.",
                        (parameters, complain) -> {
                            String sku = parameters.get("skuname", "storageaccounttype", "Standard_LRS");
                            boolean nfs = parameters.get("protocol").equals("nfs");
                            if (nfs
                                    && (parameters.has("skuname") || parameters.has("storageaccounttype"))
                                    && !sku.startsWith("Premium")) {
                                complain.accept("protocol", "nfs needs a Premium SKU, not " + sku + ".");
                            }
                            if (parameters.get("enablemultichannel").equalsIgnoreCase("true")
                                    && (nfs || !sku.startsWith("Premium"))) {
                                complain.accept("enablemultichannel", "It needs smb and a Premium SKU.");
                            }
                            if (parameters.get("matchtags").equalsIgnoreCase("true")
                                    && parameters.has("storageaccount")) {
                                complain.accept("matchtags", "storageAccount is given too.");
                            }
                        }),
                ParameterRule.unknown(DRIVER, "azure-file-parameter-unknown", "CreateVolume", KEYS));
    }

    private static final Set<String> KEYS = Set.of(
            "accesstier",
            "accountaccesstier",
            "accountquota",
            "allowblobpublicaccess",
            "allowsharedkeyaccess",
            "clientid",
            "confidentialcontainerlabel",
            "createaccount",
            "csi",
            "disabledeleteretentionpolicy",
            "disklink",
            "diskname",
            "enablelargefileshares",
            "enablemultichannel",
            "encryptintransit",
            "foldername",
            "folderpath",
            "fsgroupchangepolicy",
            "fsuuid",
            "getlatestaccountkey",
            "location",
            "matchtags",
            "mountpermissions",
            "mountwithmanagedidentity",
            "mountwithworkloadidentitytoken",
            "networkendpointtype",
            "onlycopydata",
            "privatednszonename",
            "privateendpoint",
            "protocol",
            "provisionedbandwidthmibps",
            "provisionediops",
            "publicnetworkaccess",
            "requireinfraencryption",
            "resourcegroup",
            "rootsquashtype",
            "runtimeclasshandler",
            "secretname",
            "secretnamespace",
            "selectrandommatchingaccount",
            "server",
            "shareaccesstier",
            "sharename",
            "sharenameprefix",
            "sharesize",
            "skuname",
            "standardstorageaccounttype",
            "storageaccount",
            "storageaccountrg",
            "storageaccounttype",
            "storageendpointsuffix",
            "storeaccountkey",
            "subnetname",
            "subscriptionid",
            "tags",
            "tagvaluedelimiter",
            "tenantid",
            "usedataplaneapi",
            "useragent",
            "usesecretcache",
            "vnetlinkname",
            "vnetname",
            "vnetresourcegroup");
}
