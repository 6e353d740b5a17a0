package dev.berth.lint.driver;

import dev.berth.catalog.driver.InTreePlugin;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.stream.Collectors;

/** The rules for provisioners that were part of Kubernetes, and that CSI drivers replace. */
final class InTreeRules {

    private static final String VSPHERE =
            StorageDrivers.VSPHERE.inTree().orElseThrow().name();

    private static final ParameterReader TRANSLATION = new ParameterReader(
            StorageDrivers.all().stream()
                    .flatMap(driver -> driver.inTree().stream())
                    .map(InTreePlugin::name)
                    .collect(Collectors.toUnmodifiableSet()),
            true,
            "staging/src/k8s.io/csi-translation-lib/plugins");

    private InTreeRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                new ParameterRule(
                        TRANSLATION,
                        Level.WARNING,
                        "class-provisioner-in-tree",
                        "TranslateInTreeStorageClassToCSI",
                        "It only works if the CSI driver that replaces it is installed, with migration switched on.",
                        "Name the CSI driver.",
                        (parameters, complain) -> complain.accept(
                                "",
                                "The provisioner " + parameters.storageClass().getProvisioner()
                                        + " is no longer part of Kubernetes.")),
                new ParameterRule(
                        TRANSLATION,
                        Level.ERROR,
                        "in-tree-zones-twice",
                        "TranslateInTreeStorageClassToCSI",
                        "The class cannot be migrated to the CSI driver, and every claim of it stays Pending.",
                        "Keep allowedTopologies.",
                        (parameters, complain) -> {
                            boolean topologies = !PodOwner.orEmpty(
                                            parameters.storageClass().getAllowedTopologies())
                                    .isEmpty();
                            for (String key : List.of("zone", "zones")) {
                                if (topologies && parameters.has(key)) {
                                    complain.accept(key, "allowedTopologies is also set.");
                                }
                            }
                        }),
                new ParameterRule(
                        TRANSLATION,
                        Level.ERROR,
                        "in-tree-vsphere-refused",
                        "ParseStorageClassParams",
                        ParameterRule.REFUSED,
                        "Use a storage policy: storagePolicyName.",
                        (parameters, complain) -> {
                            boolean vsphere =
                                    parameters.storageClass().getProvisioner().equals(VSPHERE);
                            for (String key : VSAN) {
                                if (vsphere && parameters.has(key)) {
                                    complain.accept(key, "The driver does not support vSAN parameters.");
                                }
                            }
                            if (vsphere
                                    && parameters.has("diskformat")
                                    && !parameters.get("diskformat").equals("thin")) {
                                complain.accept("diskformat", "The driver only creates thin disks.");
                            }
                        }));
    }

    private static final List<String> VSAN = List.of(
            "cachereservation",
            "diskstripes",
            "forceprovisioning",
            "hostfailurestotolerate",
            "iopslimit",
            "objectspacereservation");
}
