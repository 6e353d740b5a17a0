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
 * A Secret whose values stand in the rendered tree for everyone to read, so they are for demonstrations only. A Secret for
 * real use is made in the cluster by other means, and referred to with {@link #existing(String)}.
 *
 * <pre>{@code
 * var demo = Secret.named("postgres-secret").putDemoValue("POSTGRES_PASSWORD", "not-a-secret").build();
 * var real = Secret.existing("postgres-credentials");
 * container.addEnv(real.env("POSTGRES_PASSWORD"));
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class Secret extends NamedManifest implements SecretSource, ConfigContent {

    private static final String DEMO = "Demo value, readable by everyone who reads this file: never use it for real.";

    Secret() {}

    /**
     * Starts a Secret for a demonstration.
     *
     * @throws InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36, {@code ValidateSecretName}
     */
    public static SecretBuildStages.BuildFinal named(String name) {
        return SecretBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Secret: metadata.name", name));
    }

    /** A Secret that lives in the cluster already, in the namespace of what refers to it. */
    public static SecretSource existing(String name) {
        return new ExistingSecret(name);
    }

    /** The type, such as {@code kubernetes.io/tls}; {@code Opaque} unless given. It can't be changed later. */
    public abstract Optional<String> type();

    /**
     * The values by their keys, in plain text: each stands in the rendered file with a comment that says so. They are not
     * shown by {@code toString()}.
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
