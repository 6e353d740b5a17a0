package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for the provisioner of directories on nodes, which k3s and kind install. */
final class LocalPathRules {

    private static final StorageDriver DRIVER = StorageDrivers.LOCAL_PATH;

    private static final String UNSAFE = "allowUnsafePathPattern";
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

    private LocalPathRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
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
                                    && !allowsUnsafePath(parameters)) {
                                complain.accept(
                                        "pathPattern", "It does not start with the namespace and name of the claim.");
                            }
                        }),
                new LocalPathWithoutNode());
    }

    /** What Go's {@code strconv.ParseBool} reads as true, in the parameters or else in the annotations. */
    private static boolean allowsUnsafePath(Parameters parameters) {
        Map<String, String> annotations =
                parameters.storageClass().getMetadata().getAnnotations();
        String annotation = annotations == null ? "" : annotations.getOrDefault(UNSAFE, "");
        return TRUE.contains(parameters.has(UNSAFE) ? parameters.get(UNSAFE) : annotation);
    }
}
