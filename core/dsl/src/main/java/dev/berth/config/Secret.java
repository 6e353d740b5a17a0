package dev.berth.config;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.Binary;
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
     * Returns a builder for a Secret with demo values.
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

    /** The values that are not text, by key. A comment in the rendered file marks each as a demo value. Optional. */
    @Value.Redacted
    public abstract Map<String, Binary> binaryDemoValues();

    /**
     * Whether the values are immutable, so that the kubelets do not watch them. A change then needs a Secret with
     * another name. Defaults to false.
     */
    public abstract Optional<Boolean> immutable();

    @Value.Check
    void check() {
        checkMetadata("Secret");
        ConfigKeys.check(owner(), "demoValues", demoValues(), binaryDemoValues());
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public String requireKey(String key) {
        return ConfigKeys.require(owner(), ConfigKeys.both(demoValues(), binaryDemoValues()), key);
    }

    @Override
    public Comments comments() {
        Map<String, String> marks = new LinkedHashMap<>();
        demoValues().keySet().forEach(key -> marks.put("stringData[" + key + "]", DEMO));
        binaryDemoValues().keySet().forEach(key -> marks.put("data[" + key + "]", DEMO));
        return Comments.of(Optional.empty(), marks).and(super.comments());
    }

    @Override
    public String contentHash() {
        return ContentHash.of("Secret", name(), demoValues(), binaryDemoValues());
    }

    /**
     * Returns an immutable copy whose name ends with a hash of its content. A change of the content then creates another
     * Secret, and the pods that refer to the copy are replaced. Declare the references with the copy, and render it.
     */
    public Secret withContentHash() {
        return ((SecretBuild.ImmutableSecret) this)
                .withName(name() + "-" + contentHash())
                .withImmutable(true);
    }

    @Override
    public HasMetadata toModel() {
        return new SecretBuilder()
                .withMetadata(metadata())
                .withType(type().orElse(null))
                .withImmutable(immutable().orElse(null))
                .withData(ConfigKeys.base64(binaryDemoValues()))
                .withStringData(demoValues().isEmpty() ? null : demoValues())
                .build();
    }

    private String owner() {
        return "Secret \"" + name() + "\"";
    }
}
