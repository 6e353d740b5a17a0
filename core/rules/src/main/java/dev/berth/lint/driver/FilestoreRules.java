package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The driver for instances of Google Filestore. */
public final class FilestoreRules {

    private static final Driver DRIVER = new Driver(
            Set.of("filestore.csi.storage.gke.io"),
            true,
            "pkg/csi_driver/controller.go of kubernetes-sigs/gcp-filestore-csi-driver");

    private FilestoreRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "filestore-parameter-unknown", "extractInstanceParameters", KEYS),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "filestore-parameter-invalid",
                        "extractInstanceParameters",
                        ParameterRule.REFUSED,
                        "Correct the value.",
                        (parameters, complain) -> ParameterRule.oneOf(
                                parameters,
                                "connect-mode",
                                List.of("DIRECT_PEERING", "PRIVATE_SERVICE_ACCESS"),
                                complain)),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "filestore-protocol-ignored",
                        "extractInstanceParameters",
                        "The driver makes an NFS_V3 instance in place of it.",
                        "Write NFS_V3 or NFS_V4_1.",
                        (parameters, complain) ->
                                ParameterRule.oneOf(parameters, "protocol", List.of("NFS_V3", "NFS_V4_1"), complain)),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "filestore-parameters-conflict",
                        "extractInstanceParameters",
                        ParameterRule.REFUSED,
                        "Keep one of them.",
                        (parameters, complain) -> {
                            String tier = parameters.has("tier") ? parameters.get("tier") : "standard";
                            boolean basic = BASIC.contains(tier.toLowerCase(Locale.ROOT));
                            if (parameters.get("protocol").equals("NFS_V4_1") && basic) {
                                complain.accept("protocol", "The tier " + tier + " has no NFS_V4_1.");
                            }
                            if (parameters.get("connect-mode").equals("PRIVATE_SERVICE_ACCESS")
                                    && parameters.has("reserved-ipv4-cidr")) {
                                complain.accept(
                                        "reserved-ipv4-cidr", "PRIVATE_SERVICE_ACCESS takes reserved-ip-range.");
                            }
                        }));
    }

    private static final Set<String> KEYS = Set.of(
            "connect-mode",
            "file-protocol",
            "instance-encryption-kms-key",
            "instance-storageclass-label",
            "labels",
            "max-volume-size",
            "multishare",
            "network",
            "nfs-export-options-on-create",
            "protocol",
            "reserved-ip-range",
            "reserved-ipv4-cidr",
            "resource-tags",
            "tier");
    private static final List<String> BASIC = List.of("standard", "basic_hdd", "premium", "basic_ssd");
}
