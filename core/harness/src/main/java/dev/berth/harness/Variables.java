package dev.berth.harness;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a container, and the words of its command in which they are expanded. */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([A-Za-z_.-][A-Za-z0-9_.-]*)\\)");

    private final Map<String, String> values = new LinkedHashMap<>();

    private Variables() {}

    /**
     * Resolves the variables of a container.
     *
     * @param fields the fields of the pod by their paths
     */
    static Variables of(RenderedObjects objects, Container container, Map<String, String> fields) {
        Variables variables = new Variables();
        for (EnvVar variable : container.getEnv()) {
            String value = variable.getValueFrom() == null
                    ? variables.expand(variable.getValue() == null ? "" : variable.getValue())
                    : value(objects, variable.getValueFrom(), fields);
            variables.values.put(variable.getName(), value);
        }
        return variables;
    }

    private static String value(RenderedObjects objects, EnvVarSource source, Map<String, String> fields) {
        if (source.getConfigMapKeyRef() != null) {
            return required(
                    objects.get(ConfigMap.class, source.getConfigMapKeyRef().getName())
                            .getData(),
                    source.getConfigMapKeyRef().getKey());
        }
        if (source.getSecretKeyRef() != null) {
            Secret secret = objects.get(Secret.class, source.getSecretKeyRef().getName());
            return new String(
                    required(PodVolumes.values(secret), source.getSecretKeyRef().getKey()), StandardCharsets.UTF_8);
        }
        return required(fields, source.getFieldRef().getFieldPath());
    }

    private static <T> T required(Map<String, T> values, String key) {
        if (!values.containsKey(key)) {
            throw new AssertionError("the key \"" + key + "\" does not exist, but only " + values.keySet());
        }
        return values.get(key);
    }

    Map<String, String> values() {
        return values;
    }

    List<String> expand(List<String> words) {
        return words.stream().map(this::expand).toList();
    }

    private String expand(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match)));
    }

    /** A reference to a variable that does not exist stays as it is. */
    private String replacement(MatchResult match) {
        return match.group().equals("$$") ? "$" : values.getOrDefault(match.group(1), match.group());
    }
}
