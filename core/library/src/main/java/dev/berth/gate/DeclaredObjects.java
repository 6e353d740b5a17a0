package dev.berth.gate;

import dev.berth.object.ObjectId;
import dev.berth.object.Reference;
import dev.berth.value.Nearest;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a set holds that others can name: objects, keys in them, and the claims and classes that come with objects. */
final class DeclaredObjects {

    /** By kind and name: the namespaces that have such an object, each with the keys in it. */
    private final Map<String, Map<String, TreeMap<String, Set<String>>>> byKind = new HashMap<>();

    private final Set<String> classesOfVolumes = new HashSet<>();
    private final Set<String> claimPrefixes = new HashSet<>();

    void add(ObjectId id, HasMetadata model) {
        byKind.computeIfAbsent(id.kind(), kind -> new HashMap<>())
                .computeIfAbsent(id.name(), name -> new TreeMap<>())
                .merge(id.namespace(), keys(model), DeclaredObjects::both);
        if (model instanceof PersistentVolume volume && volume.getSpec() != null) {
            classesOfVolumes.add(String.valueOf(volume.getSpec().getStorageClassName()));
        }
        if (model instanceof StatefulSet set && set.getSpec() != null) {
            for (PersistentVolumeClaim template : elements(set.getSpec().getVolumeClaimTemplates())) {
                if (template.getMetadata() != null) {
                    claimPrefixes.add(template.getMetadata().getName() + "-" + id.name());
                }
            }
        }
    }

    /** Why Kubernetes would not find what is named; empty when it would. */
    Optional<String> whatIsWrongWith(Reference reference) {
        Map<String, TreeMap<String, Set<String>>> names = byKind.getOrDefault(reference.kind(), Map.of());
        TreeMap<String, Set<String>> namespaces = names.getOrDefault(reference.name(), new TreeMap<>());
        List<Set<String>> candidates = namespaces.entrySet().stream()
                .filter(entry -> canBe(reference, entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        String what = reference.kind() + " \"" + reference.name() + "\"";
        if (!candidates.isEmpty()) {
            return reference
                    .key()
                    .filter(key -> candidates.stream().noneMatch(keys -> keys.contains(key)))
                    .map(key -> what + " has no key " + missing(key, candidates.get(0)));
        }
        // A key of a missing object is reported with the object.
        if (reference.key().isPresent() || comesWithAnother(reference)) {
            return Optional.empty();
        }
        if (!namespaces.isEmpty()) {
            return Optional.of(what + " is in namespace \"" + namespaces.firstKey() + "\", and must be in \""
                    + reference.namespace().orElse("") + "\": add it there");
        }
        return Optional.of(what + " is in no file: add it to one, or say existing(\"" + reference.kind() + "\", \""
                + reference.name() + "\") on the set if it is in the cluster."
                + Nearest.question(reference.name(), names.keySet()));
    }

    /** Where one side has no namespace, the command that applies it decides, and may well decide for the other's. */
    private static boolean canBe(Reference reference, String namespace) {
        return namespace.isEmpty()
                || reference
                        .namespace()
                        .filter(given -> !given.equals(namespace))
                        .isEmpty();
    }

    private boolean comesWithAnother(Reference reference) {
        if (reference.kind().equals("PersistentVolumeClaim")) {
            return claimPrefixes.contains(reference.name().replaceFirst("-[0-9]+$", ""));
        }
        return reference.kind().equals("StorageClass") && classesOfVolumes.contains(reference.name());
    }

    private static String missing(String key, Set<String> keys) {
        String those = keys.isEmpty() ? "It has no keys." : "Keys: " + String.join(", ", keys) + ".";
        return "\"" + key + "\". " + those + Nearest.question(key, keys);
    }

    private static Set<String> keys(HasMetadata model) {
        if (model instanceof ConfigMap config) {
            return both(keys(config.getData()), keys(config.getBinaryData()));
        }
        if (model instanceof Secret secret) {
            return both(keys(secret.getData()), keys(secret.getStringData()));
        }
        return Set.of();
    }

    private static Set<String> keys(@Nullable Map<String, String> values) {
        return values == null ? Set.of() : values.keySet();
    }

    private static Set<String> both(Set<String> left, Set<String> right) {
        Set<String> all = new TreeSet<>(left);
        all.addAll(right);
        return all;
    }

    private static <T> List<T> elements(@Nullable List<T> list) {
        return list == null
                ? List.of()
                : list.stream().flatMap(Stream::ofNullable).toList();
    }
}
