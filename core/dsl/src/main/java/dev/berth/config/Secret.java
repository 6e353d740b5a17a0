package dev.berth.config;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.yaml.Comments;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Secret for demonstrations: its values are in the rendered tree, where everyone can read them. Create a real Secret
 * in the cluster by other means, and refer to it with {@link #existing(String)}.
 *
 * <pre>{@code
 * private final Secret password = Secret.named("postgres-secret")
 *         .putDemoValue("POSTGRES_PASSWORD", "not-a-secret")
 *         .build();
 * private final SecretSource real = Secret.existing("postgres-credentials");
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class Secret extends NamedManifest implements SecretSource, ConfigContent, ExtensibleSecret {

    private static final String DEMO = "Demo value, readable by everyone who reads this file: never use it for real.";

    Secret() {}

    /**
     * Starts the declaration of a Secret for a demonstration.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateSecretName}
     */
    public static SecretBuildStages.BuildFinal named(String name) {
        return SecretBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Secret: metadata.name", name));
    }

    /** A Secret that already exists in the cluster, in the namespace of the object that refers to it. */
    public static SecretSource existing(String name) {
        return new ExistingSecret(name);
    }

    /** The type, such as {@code kubernetes.io/tls}. Defaults to {@code Opaque}. It is immutable. */
    public abstract Optional<String> type();

    /**
     * The values by key, in plain text. A comment in the rendered file marks each as a demo value. {@code toString()}
     * does not contain them.
     */
    @Value.Redacted
    public abstract Map<String, String> demoValues();

    @Value.Check
    void check() {
        checkMetadata("Secret");
        ConfigKeys.check(owner(), "demoValues", demoValues());
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public String requireKey(String key) {
        return ConfigKeys.require(owner(), demoValues().keySet(), key);
    }

    @Override
    public Comments comments() {
        Map<String, String> marks = new LinkedHashMap<>();
        demoValues().keySet().forEach(key -> marks.put("stringData[" + key + "]", DEMO));
        return Comments.of(Optional.empty(), marks).and(super.comments());
    }

    @Override
    public String contentHash() {
        return ContentHash.of("Secret", name(), demoValues());
    }

    @Override
    public HasMetadata toModel() {
        return new SecretBuilder()
                .withMetadata(metadata())
                .withType(type().orElse(null))
                .withStringData(demoValues().isEmpty() ? null : demoValues())
                .build();
    }

    private String owner() {
        return "Secret \"" + name() + "\"";
    }
}
