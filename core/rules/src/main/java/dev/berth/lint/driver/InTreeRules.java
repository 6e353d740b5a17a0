package dev.berth.lint.driver;

import dev.berth.catalog.driver.InTreePlugin;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Workload;
import java.util.List;
import java.util.stream.Collectors;

/** The provisioners that were part of Kubernetes, and that drivers stand in for. */
public final class InTreeRules {

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

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(
                new ParameterRule(
                        TRANSLATION,
                        Level.WARNING,
                        "class-provisioner-in-tree",
                        "TranslateInTreeStorageClassToCSI",
                        "It works only where the driver that stands in for it is installed, with the translation "
                                + "switched on.",
                        "Name the driver.",
                        (parameters, complain) -> complain.accept(
                                "",
                                "The provisioner " + parameters.storageClass().getProvisioner()
                                        + " is no part of Kubernetes any more.")),
                new ParameterRule(
                        TRANSLATION,
                        Level.ERROR,
                        "in-tree-zones-twice",
                        "TranslateInTreeStorageClassToCSI",
                        "The class cannot be translated, and every claim of it stays Pending.",
                        "Keep allowedTopologies.",
                        (parameters, complain) -> {
                            boolean topologies = !Workload.orEmpty(
                                            parameters.storageClass().getAllowedTopologies())
                                    .isEmpty();
                            for (String key : List.of("zone", "zones")) {
                                if (topologies && parameters.has(key)) {
                                    complain.accept(key, "allowedTopologies is given too.");
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
                                    complain.accept(key, "The driver takes no parameters of vSAN.");
                                }
                            }
                            if (vsphere
                                    && parameters.has("diskformat")
                                    && !parameters.get("diskformat").equals("thin")) {
                                complain.accept("diskformat", "The driver makes thin disks only.");
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
