package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code SetDefaults_Secret}, {@code SetDefaults_Namespace} in {@code pkg/apis/core/v1/defaults.go}, and the conversion of {@code stringData}. */
public final class ConfigDefaults {
    private ConfigDefaults() {}

    /** Sets the label by which selectors find a namespace, from its name. */
    public static void namespace(Namespace namespace) {
        if (namespace.getMetadata() != null
                && !Zero.isEmpty(namespace.getMetadata().getName())) {
            Map<String, String> labels =
                    new LinkedHashMap<>(Zero.map(namespace.getMetadata().getLabels()));
            labels.put("kubernetes.io/metadata.name", namespace.getMetadata().getName());
            namespace.getMetadata().setLabels(labels);
        }
    }

    /** The type of a Secret. */
    public static void secret(Secret secret) {
        if (Zero.isEmpty(secret.getType())) {
            secret.setType("Opaque");
        }
        Map<String, String> texts = Zero.map(secret.getStringData());
        if (!texts.isEmpty()) {
            Map<String, String> data = new LinkedHashMap<>(Zero.map(secret.getData()));
            texts.forEach((key, text) ->
                    data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
            secret.setData(data);
            secret.setStringData(new LinkedHashMap<>());
        }
    }
}
