package dev.berth.config;

import dev.berth.value.Binary;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of the keys and the total size of a declared ConfigMap or Secret. */
final class ConfigKeys {

    /**
     * Kubernetes 1.36, {@code pkg/apis/core/types.go}, {@code MaxSecretSize}, which ConfigMaps share: 1 MiB of values.
     */
    private static final int LARGEST = 1024 * 1024;

    private ConfigKeys() {}

    static void check(String owner, String field, Map<String, String> texts, Map<String, Binary> binary) {
        both(texts, binary).forEach(key -> NameFormat.CONFIG_KEY.require(owner + " key", key));
        texts.keySet().stream().filter(binary::containsKey).findFirst().ifPresent(key -> {
            throw InvalidValueException.of(owner + " key", key, "must be either text or binary, not both");
        });
        long size = texts.values().stream()
                        .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                + binary.values().stream().mapToLong(Binary::size).sum();
        if (size > LARGEST) {
            throw new InvalidValueException(
                    owner + ": " + field + ": Too long: must have at most " + LARGEST + " bytes, but has " + size);
        }
    }

    static Set<String> both(Map<String, String> texts, Map<String, Binary> binary) {
        Set<String> keys = new LinkedHashSet<>(texts.keySet());
        keys.addAll(binary.keySet());
        return keys;
    }

    static @Nullable Map<String, String> base64(Map<String, Binary> binary) {
        if (binary.isEmpty()) {
            return null;
        }
        Map<String, String> encoded = new LinkedHashMap<>();
        binary.forEach((key, value) -> encoded.put(key, value.base64()));
        return encoded;
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
