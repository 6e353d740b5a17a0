package dev.berth.lint.reference;

import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of a ConfigMap or Secret, never their values. */
final class Keys {

    private Keys() {}

    /** Its keys in order; empty where the set does not have it. */
    static Optional<Set<String>> of(ObjectSet set, String kind, String namespace, String name) {
        return kind.equals("ConfigMap")
                ? set.find(ConfigMap.class, namespace, name).map(map -> keys(map.getData(), map.getBinaryData()))
                : set.find(Secret.class, namespace, name).map(secret -> keys(secret.getData(), secret.getStringData()));
    }

    private static Set<String> keys(@Nullable Map<String, String> first, @Nullable Map<String, String> second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(map -> map.stream().flatMap(entries -> entries.keySet().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
