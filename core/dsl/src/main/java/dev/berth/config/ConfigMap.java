package dev.berth.config;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.Binary;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings and configuration files that containers read as environment variables or as files.
 *
 * <pre>{@code
 * private final ConfigMap config = ConfigMap.named("postgres-config")
 *         .putData("POSTGRES_DB", "mydatabase")
 *         .putData("postgresql.conf", "max_connections = 100\nshared_buffers = 128MB\n")
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ConfigMap extends NamedManifest
        implements ConfigMapSource, ConfigContent, ExtensibleConfigMap {

    ConfigMap() {}

    /**
     * Returns a builder for a ConfigMap.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateConfigMapName}
     */
    public static ConfigMapBuildStages.BuildFinal named(String name) {
        return ConfigMapBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("ConfigMap: metadata.name", name));
    }

    /** A ConfigMap that already exists in the cluster, in the namespace of the object that refers to it. */
    public static ConfigMapSource existing(String name) {
        return new ExistingConfigMap(name);
    }

    /**
     * The values by key. A value of several lines is rendered as a literal block. All values together may have 1 MiB.
     */
    public abstract Map<String, String> data();

    /** The values that are not text, by key. Containers read them as files, not as environment variables. Optional. */
    public abstract Map<String, Binary> binaryData();

    /**
     * Whether the data is immutable, so that the kubelets do not watch it. A change then needs a ConfigMap with another
     * name. Defaults to false.
     */
    public abstract Optional<Boolean> immutable();

    @Value.Check
    void check() {
        checkMetadata("ConfigMap");
        ConfigKeys.check(owner(), "data", data(), binaryData());
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public String requireKey(String key) {
        return ConfigKeys.require(owner(), ConfigKeys.both(data(), binaryData()), key);
    }

    @Override
    public String contentHash() {
        return ContentHash.of("ConfigMap", name(), data(), binaryData());
    }

    /**
     * Returns an immutable copy whose name ends with a hash of its content. A change of the content then creates another
     * ConfigMap, and the pods that refer to the copy are replaced. Declare the references with the copy, and render it.
     */
    public ConfigMap withContentHash() {
        return ((ConfigMapBuild.ImmutableConfigMap) this)
                .withName(name() + "-" + contentHash())
                .withImmutable(true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidValueException also if the value is binary: the kubelet only reads {@code data}; Kubernetes 1.36,
     *     {@code makeEnvironmentVariables}
     */
    @Override
    public EnvVar env(String name, String key) {
        if (binaryData().containsKey(key)) {
            throw InvalidValueException.of(
                    owner() + " key", key, "must not be binary in an environment variable: mount it as a file");
        }
        return ConfigMapSource.super.env(name, key);
    }

    @Override
    public HasMetadata toModel() {
        return new ConfigMapBuilder()
                .withMetadata(metadata())
                .withImmutable(immutable().orElse(null))
                .withData(data().isEmpty() ? null : data())
                .withBinaryData(ConfigKeys.base64(binaryData()))
                .build();
    }

    private String owner() {
        return "ConfigMap \"" + name() + "\"";
    }
}
