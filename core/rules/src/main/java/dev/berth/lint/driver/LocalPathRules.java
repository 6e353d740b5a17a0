package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The provisioner of directories on nodes, which k3s and kind bring along. */
public final class LocalPathRules {

    private static final StorageDriver DRIVER = StorageDrivers.LOCAL_PATH;

    private LocalPathRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "local-path-parameter-ignored", "provisionFor"),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "local-path-pattern-refused",
                        "provisionFor",
                        ParameterRule.REFUSED,
                        "Begin it with {{ .PVC.Namespace }}/{{ .PVC.Name }}/.",
                        (parameters, complain) -> {
                            String pattern = parameters
                                    .get("pathPattern")
                                    .replaceAll("\\{\\{\\s*", "{{")
                                    .replaceAll("\\s*}}", "}}");
                            if (parameters.has("pathPattern")
                                    && !pattern.startsWith("{{.PVC.Namespace}}/{{.PVC.Name}}")
                                    && !parameters.get("allowUnsafePathPattern").equals("true")) {
                                complain.accept(
                                        "pathPattern", "It does not begin with the namespace and name of the claim.");
                            }
                        }),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "local-path-without-node",
                        "provisionFor",
                        ParameterRule.REFUSED,
                        "Write volumeBindingMode: WaitForFirstConsumer.",
                        (parameters, complain) -> {
                            if (!"WaitForFirstConsumer"
                                    .equals(parameters.storageClass().getVolumeBindingMode())) {
                                complain.accept("", "Its volumeBindingMode is Immediate, so no node is chosen.");
                            }
                        }));
    }
}
