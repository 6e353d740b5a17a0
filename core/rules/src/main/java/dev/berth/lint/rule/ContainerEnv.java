package dev.berth.lint.rule;

import dev.berth.rules.pod.VariableReferences;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a container, as far as the set shows them: {@code envFrom} first, then {@code env}, each with the
 * references {@code $(NAME)} to variables before it. The value of a Secret counts as unknown, so that no message shows it.
 *
 * <p>Source: {@code makeEnvironmentVariables}, {@code pkg/kubelet/kubelet_pods.go}.
 */
public final class ContainerEnv {

    private static final String UNKNOWN = "\0";

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final boolean hasServiceLinks;
    private boolean isComplete = true;

    private ContainerEnv(boolean hasServiceLinks) {
        this.hasServiceLinks = hasServiceLinks;
    }

    /** Returns the variables of a container of the workload. */
    public static ContainerEnv of(ObjectSet set, PodOwner workload, Container container) {
        ContainerEnv env =
                new ContainerEnv(!Boolean.FALSE.equals(workload.pod().spec().getEnableServiceLinks()));
        for (EnvFromSource source : PodOwner.orEmpty(container.getEnvFrom())) {
            if (source != null) {
                env.addAll(set, workload, source);
            }
        }
        List<EnvVar> variables = PodOwner.orEmpty(container.getEnv());
        for (int i = 0; i < variables.size(); i++) {
            EnvVar variable = variables.get(i);
            if (variable != null && variable.getName() != null) {
                env.positions.putIfAbsent(variable.getName(), env.values.containsKey(variable.getName()) ? -1 : i);
                env.values.put(variable.getName(), env.valueOf(set, workload, variable));
            }
        }
        return env;
    }

    private void addAll(ObjectSet set, PodOwner workload, EnvFromSource source) {
        String prefix = source.getPrefix() == null ? "" : source.getPrefix();
        if (source.getConfigMapRef() != null) {
            Optional<ConfigMap> map = set.find(
                    ConfigMap.class,
                    workload.object(),
                    workload.namespace(),
                    source.getConfigMapRef().getName());
            isComplete &= map.isPresent();
            map.map(ConfigMap::getData)
                    .ifPresent(data -> data.forEach((key, value) -> values.put(prefix + key, orUnknown(value))));
        }
        if (source.getSecretRef() != null) {
            Optional<Secret> secret = set.find(
                    Secret.class,
                    workload.object(),
                    workload.namespace(),
                    source.getSecretRef().getName());
            isComplete &= secret.isPresent();
            secret.map(Secret::getData)
                    .ifPresent(data -> data.keySet().forEach(key -> values.put(prefix + key, UNKNOWN)));
            secret.map(Secret::getStringData)
                    .ifPresent(data -> data.keySet().forEach(key -> values.put(prefix + key, UNKNOWN)));
        }
    }

    private String valueOf(ObjectSet set, PodOwner workload, EnvVar variable) {
        if (variable.getValueFrom() == null) {
            return expand(variable.getValue() == null ? "" : variable.getValue());
        }
        ConfigMapKeySelector key = variable.getValueFrom().getConfigMapKeyRef();
        return key == null
                ? UNKNOWN
                : set.find(ConfigMap.class, workload.object(), workload.namespace(), key.getName())
                        .map(ConfigMap::getData)
                        .map(data -> orUnknown(data.get(key.getKey())))
                        .orElse(UNKNOWN);
    }

    /** An empty value may be one that was too long to keep. */
    private static String orUnknown(@Nullable String value) {
        return value == null || value.isEmpty() ? UNKNOWN : value;
    }

    /** Returns whether the variable is set, or may be set by an object that is not in the set. */
    public boolean maySet(String name) {
        return !isComplete || values.containsKey(name);
    }

    /** Returns whether it is known that the variable is set. */
    public boolean sets(String name) {
        return values.containsKey(name);
    }

    /** Returns whether the kubelet knows the variable when it sets the one at this index of {@code env}. */
    public boolean setsBefore(String name, int index) {
        return sets(name) && positions.getOrDefault(name, -1) < index;
    }

    /**
     * Returns whether the variable is set, or may be set by an object that is not in the set, by the API server or for a
     * Service of the namespace.
     */
    public boolean mayHave(String name) {
        boolean ofApiServer = name.startsWith("KUBERNETES_");
        boolean ofService = hasServiceLinks && (name.contains("_SERVICE_") || name.contains("_PORT"));
        return maySet(name) || ofApiServer || ofService;
    }

    /** Returns whether a variable is set whose name matches. */
    public boolean setsAny(Predicate<String> name) {
        return values.keySet().stream().anyMatch(name);
    }

    /** Returns the value of a variable; empty if it is not set, or if its value is not known. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.contains(UNKNOWN));
    }

    /** Replaces each {@code $(NAME)} by the value of the variable, as the kubelet does; {@code $$} stands for {@code $}. */
    public String expand(String text) {
        return VariableReferences.replace(
                text, name -> Optional.ofNullable(values.getOrDefault(name, isComplete ? null : UNKNOWN)));
    }

    /** Returns whether an expanded text contains no value that is unknown. */
    public static boolean isKnown(String text) {
        return !text.contains(UNKNOWN);
    }
}
