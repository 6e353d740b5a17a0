package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules for the provisioner of directories on nodes, which k3s and kind install. */
public final class LocalPathRules {

    private static final StorageDriver DRIVER = StorageDrivers.LOCAL_PATH;

    private LocalPathRules() {}

    /** Returns the rules for the parameters of its classes. */
    public static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "local-path-parameter-ignored", "provisionFor"),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "local-path-pattern-refused",
                        "provisionFor",
                        ParameterRule.REFUSED,
                        "Start it with {{ .PVC.Namespace }}/{{ .PVC.Name }}/.",
                        (parameters, complain) -> {
                            String pattern = parameters
                                    .get("pathPattern")
                                    .replaceAll("\\{\\{\\s*", "{{")
                                    .replaceAll("\\s*}}", "}}");
                            if (parameters.has("pathPattern")
                                    && !pattern.startsWith("{{.PVC.Namespace}}/{{.PVC.Name}}")
                                    && !parameters.get("allowUnsafePathPattern").equals("true")) {
                                complain.accept(
                                        "pathPattern", "It does not start with the namespace and name of the claim.");
                            }
                        }),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "local-path-without-node",
                        "provisionFor",
                        ParameterRule.REFUSED,
                        "Set volumeBindingMode: WaitForFirstConsumer.",
                        (parameters, complain) -> {
                            if (!"WaitForFirstConsumer"
                                    .equals(parameters.storageClass().getVolumeBindingMode())) {
                                complain.accept("", "Its volumeBindingMode is Immediate, so no node is selected.");
                            }
                        }));
    }
}
