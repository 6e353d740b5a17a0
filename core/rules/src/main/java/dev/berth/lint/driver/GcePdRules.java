package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The driver for disks of Google Compute Engine. */
public final class GcePdRules {

    private static final Driver DRIVER = new Driver(
            Set.of("pd.csi.storage.gke.io"),
            true,
            "pkg/parameters/parameters.go of kubernetes-sigs/gcp-compute-persistent-disk-csi-driver");

    private GcePdRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "gce-parameter-unknown", "ExtractAndDefaultParameters", KEYS),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "gce-parameter-needs-flag",
                        "ExtractAndDefaultParameters",
                        "A driver that runs without the flag for it refuses it, and every claim of the class "
                                + "stays Pending.",
                        "Remove it, or acknowledge it for a driver that has the flag.",
                        (parameters, complain) -> FLAGS.forEach((key, flag) -> {
                            if (parameters.has(key)) {
                                complain.accept(key, "The driver takes it only with " + flag + ".");
                            }
                        })),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "gce-parameter-invalid",
                        "ExtractAndDefaultParameters",
                        "The driver or Compute Engine makes no disk, and every claim of the class stays Pending.",
                        "Correct the value.",
                        GcePdRules::values),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "gce-parameters-conflict",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Add what is missing, or remove it.",
                        GcePdRules::conflicts));
    }

    private static final Set<String> KEYS = Stream.concat(
                    Set.of(
                            "availability-class",
                            "disk-encryption-kms-key",
                            "enable-confidential-storage",
                            "hyperdisk-type",
                            "labels",
                            "pd-type",
                            "provisioned-iops-on-create",
                            "provisioned-throughput-on-create",
                            "replication-type",
                            "resource-tags",
                            "type",
                            "use-allowed-disk-topology")
                            .stream(),
                    flags().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> FLAGS = flags();
    private static final List<String> TYPES = List.of(
            "pd-standard",
            "pd-balanced",
            "pd-ssd",
            "pd-extreme",
            "hyperdisk-balanced",
            "hyperdisk-extreme",
            "hyperdisk-throughput",
            "hyperdisk-ml",
            "hyperdisk-balanced-high-availability",
            "dynamic");

    private static Map<String, String> flags() {
        return new TreeMap<>(Map.of(
                "storage-pools", "--enable-storage-pools",
                "data-cache-size", "--enable-data-cache",
                "data-cache-mode", "--enable-data-cache",
                "enable-multi-zone-provisioning", "a flag for many zones"));
    }

    private static void values(Parameters parameters, BiConsumer<String, String> complain) {
        ParameterRule.oneOf(parameters, "type", TYPES, complain);
        ParameterRule.oneOf(parameters, "replication-type", List.of("none", "regional-pd"), complain);
        ParameterRule.oneOf(parameters, "availability-class", List.of("none", "regional-hard-failover"), complain);
        ParameterRule.matches(parameters, "enable-confidential-storage", "(?i)true|false", "true or false", complain);
        ParameterRule.matches(parameters, "provisioned-iops-on-create", "[0-9]+([kMG]|[KMG]i)?", "a number", complain);
        ParameterRule.matches(
                parameters,
                "provisioned-throughput-on-create",
                "[0-9]+(\\.[0-9]+)?([kMGT]|[KMGT]i)?",
                "an amount for each second, such as 250Mi",
                complain);
        ParameterRule.matches(
                parameters,
                "labels",
                "\\s*|\\s*[a-z][a-z0-9_-]*\\s*=\\s*[a-z0-9_-]*\\s*(,\\s*[a-z][a-z0-9_-]*\\s*=\\s*[a-z0-9_-]*\\s*)*",
                "of the form key=value,key=value in lower case",
                complain);
    }

    private static void conflicts(Parameters parameters, BiConsumer<String, String> complain) {
        if (parameters.get("availability-class").equals("regional-hard-failover")
                && !parameters.get("replication-type").equals("regional-pd")) {
            complain.accept("availability-class", "It needs replication-type: regional-pd.");
        }
        if (parameters.get("enable-confidential-storage").equalsIgnoreCase("true")
                && parameters.get("disk-encryption-kms-key").isEmpty()) {
            complain.accept("enable-confidential-storage", "It needs disk-encryption-kms-key.");
        }
    }
}
