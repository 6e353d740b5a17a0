package dev.berth.lint.value;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of a container, in the order in which the kubelet sets them: first those of {@code envFrom},
 * then those of {@code env}. Source: {@code makeEnvironmentVariables} in {@code pkg/kubelet/kubelet_pods.go}.
 */
final class KnownVariables {

    private static final int FROM_ENV_FROM = -1;

    private final Map<String, Integer> positions = new HashMap<>();
    private final boolean serviceLinks;
    private boolean complete = true;

    private KnownVariables(boolean serviceLinks) {
        this.serviceLinks = serviceLinks;
    }

    static KnownVariables of(ObjectSet set, PodOwner workload, Container container) {
        KnownVariables variables =
                new KnownVariables(!Boolean.FALSE.equals(workload.pod().spec().getEnableServiceLinks()));
        for (EnvFromSource source : PodOwner.orEmpty(container.getEnvFrom())) {
            if (source != null) {
                variables.add(set, workload, source);
            }
        }
        List<EnvVar> env = PodOwner.orEmpty(container.getEnv());
        for (int i = 0; i < env.size(); i++) {
            if (env.get(i) != null && env.get(i).getName() != null) {
                variables.positions.putIfAbsent(env.get(i).getName(), i);
            }
        }
        return variables;
    }

    private void add(ObjectSet set, PodOwner workload, EnvFromSource source) {
        String prefix = source.getPrefix() == null ? "" : source.getPrefix();
        Set<String> keys = new HashSet<>();
        if (source.getConfigMapRef() != null) {
            keys(set, "ConfigMap", workload, source.getConfigMapRef().getName(), keys);
        }
        if (source.getSecretRef() != null) {
            keys(set, "Secret", workload, source.getSecretRef().getName(), keys);
        }
        keys.forEach(key -> positions.put(prefix + key, FROM_ENV_FROM));
    }

    private void keys(ObjectSet set, String kind, PodOwner workload, @Nullable String name, Set<String> keys) {
        List<HasMetadata> found = set.candidates(
                        workload.object(), kind, workload.namespace(), name == null ? "" : name)
                .toList();
        complete &= !found.isEmpty();
        for (HasMetadata object : found) {
            if (object instanceof ConfigMap map && map.getData() != null) {
                keys.addAll(map.getData().keySet());
            }
            if (object instanceof Secret secret) {
                keys.addAll(
                        secret.getData() == null ? Set.of() : secret.getData().keySet());
                keys.addAll(
                        secret.getStringData() == null
                                ? Set.of()
                                : secret.getStringData().keySet());
            }
        }
    }

    /** Returns whether the container has a variable with this name. */
    boolean has(String name) {
        return positions.containsKey(name);
    }

    /** Returns whether the kubelet knows the variable when it sets the one at this index of {@code env}. */
    boolean hasBefore(String name, int index) {
        return positions.getOrDefault(name, Integer.MAX_VALUE) < index;
    }

    /** Returns whether the container may have a variable that the set does not show: of an unknown source or of a Service. */
    boolean mayHave(String name) {
        boolean ofApiServer = name.startsWith("KUBERNETES_");
        boolean ofService = serviceLinks && (name.contains("_SERVICE_") || name.contains("_PORT"));
        return has(name) || !complete || ofApiServer || ofService;
    }
}
