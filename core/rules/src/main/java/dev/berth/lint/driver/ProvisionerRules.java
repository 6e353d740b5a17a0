package dev.berth.lint.driver;

import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rules for the external provisioner, which reads its own keys before it calls any driver. */
final class ProvisionerRules {

    private static final ParameterReader PROVISIONER =
            new ParameterReader(Set.of(), false, "pkg/controller/controller.go of kubernetes-csi/external-provisioner");

    private ProvisionerRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                new ParameterRule(
                        PROVISIONER,
                        Level.ERROR,
                        "csi-parameter-unknown",
                        "removePrefixedParameters",
                        ParameterRule.REFUSED,
                        "Correct the key: only fstype and the names of secrets are allowed with this prefix.",
                        ProvisionerRules::unknown),
                new ParameterRule(
                        PROVISIONER,
                        Level.ERROR,
                        "csi-file-system-twice",
                        "Provision",
                        ParameterRule.REFUSED,
                        "Keep csi.storage.k8s.io/fstype.",
                        (parameters, complain) -> {
                            boolean old = parameters.keys().stream().anyMatch(key -> key.equalsIgnoreCase("fstype"));
                            if (old && parameters.has(PREFIX + "fstype")) {
                                complain.accept(PREFIX + "fstype", "The file system is also set in fstype.");
                            }
                        }),
                new ParameterRule(
                        PROVISIONER,
                        Level.ERROR,
                        "csi-secret-unpaired",
                        "verifyAndGetSecretNameAndNamespaceTemplate",
                        ParameterRule.REFUSED,
                        "Set the name and the namespace.",
                        ProvisionerRules::unpaired));
    }

    private static final String PREFIX = "csi.storage.k8s.io/";
    private static final List<String> SECRETS = List.of(
            "provisioner-secret",
            "controller-publish-secret",
            "controller-expand-secret",
            // Since release 6.2: CHANGELOG/CHANGELOG-6.2.md of kubernetes-csi/external-provisioner.
            "controller-modify-secret",
            "node-stage-secret",
            "node-publish-secret",
            "node-expand-secret",
            "secret");

    private static void unknown(Parameters parameters, BiConsumer<String, String> complain) {
        for (String key : reserved(parameters)) {
            String name = key.substring(PREFIX.length());
            boolean known = name.equals("fstype")
                    || SECRETS.stream()
                            .anyMatch(secret -> name.equals(secret + "-name") || name.equals(secret + "-namespace"));
            if (!known) {
                complain.accept(key, "\"" + key + "\" is not a parameter of the provisioner.");
            }
        }
    }

    private static void unpaired(Parameters parameters, BiConsumer<String, String> complain) {
        for (String secret : SECRETS) {
            String name = PREFIX + secret + "-name";
            String namespace = PREFIX + secret + "-namespace";
            if (parameters.has(name) != parameters.has(namespace)) {
                boolean named = parameters.has(name);
                complain.accept(named ? name : namespace, "It is set without " + (named ? namespace : name) + ".");
            }
        }
    }

    private static List<String> reserved(Parameters parameters) {
        Map<String, String> given = parameters.storageClass().getParameters();
        return given == null
                ? List.of()
                : given.keySet().stream()
                        .filter(key -> key.startsWith(PREFIX))
                        .sorted()
                        .toList();
    }
}
