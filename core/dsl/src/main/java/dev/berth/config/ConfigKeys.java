package dev.berth.config;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** The checks of the keys and the total size of a declared ConfigMap or Secret. */
final class ConfigKeys {

    /**
     * Kubernetes 1.36, {@code pkg/apis/core/types.go}, {@code MaxSecretSize}, which ConfigMaps share: 1 MiB of values.
     */
    private static final int LARGEST = 1024 * 1024;

    private ConfigKeys() {}

    static void check(String owner, String field, Map<String, String> values) {
        values.keySet().forEach(key -> NameFormat.CONFIG_KEY.require(owner + " key", key));
        long size = values.values().stream()
                .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (size > LARGEST) {
            throw new InvalidValueException(
                    owner + ": " + field + ": Too long: must have at most " + LARGEST + " bytes, but has " + size);
        }
    }

    static String require(String owner, Collection<String> keys, String key) {
        if (keys.contains(key)) {
            return key;
        }
        if (keys.isEmpty()) {
            throw new InvalidValueException(owner + " has no key \"" + key + "\". It has no keys.");
        }
        throw new InvalidValueException(owner + " has no key \"" + key + "\". Keys: "
                + String.join(", ", keys.stream().sorted().toList()) + "." + Nearest.question(key, keys));
    }
}
