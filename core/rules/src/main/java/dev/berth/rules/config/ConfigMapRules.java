package dev.berth.rules.config;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code ValidateConfigMap}. */
public final class ConfigMapRules {
    /** The maximum total size of the values of a ConfigMap or a Secret: 1 MiB, {@code MaxSecretSize}. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Rule KEY = Rule.core("config-key", "ValidateConfigMap");
    private static final Rule KEY_TWICE = Rule.core("config-key-twice", "ValidateConfigMap");
    private static final Rule SIZE = Rule.core("config-size", "ValidateConfigMap");

    private ConfigMapRules() {}

    /** Checks a ConfigMap. */
    public static void check(ConfigMap config, Findings findings) {
        MetadataRules.namespaced(config.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        Map<String, String> binary = Zero.map(config.getBinaryData());
        FieldPath data = FieldPath.of("data");
        long bytes = 0;
        for (Map.Entry<String, String> entry : Zero.map(config.getData()).entrySet()) {
            Format.CONFIG_KEY.check(findings, KEY, data.key(entry.getKey()), entry.getKey());
            if (binary.containsKey(entry.getKey())) {
                findings.invalid(
                        KEY_TWICE, data.key(entry.getKey()), entry.getKey(), "must not be a key of binaryData too");
            }
            bytes += entry.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        for (Map.Entry<String, String> entry : binary.entrySet()) {
            Format.CONFIG_KEY.check(findings, KEY, FieldPath.of("binaryData").key(entry.getKey()), entry.getKey());
            bytes += decodedBytes(entry.getValue());
        }
        if (bytes > MOST_BYTES) {
            findings.tooLong(SIZE, FieldPath.root().key(""), MOST_BYTES, "bytes in all values together");
        }
    }

    /** Returns the number of bytes that a base64 string decodes to. */
    static long decodedBytes(String base64) {
        long digits =
                base64.chars().filter(c -> c != '=' && c != '\r' && c != '\n').count();
        return digits * 3 / 4;
    }
}
