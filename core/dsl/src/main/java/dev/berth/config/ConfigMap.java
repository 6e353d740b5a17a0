package dev.berth.config;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
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
     * Starts the declaration of a ConfigMap.
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

    /**
     * Whether the data is immutable, so that the kubelets do not watch it. A change then needs a ConfigMap with another
     * name. Defaults to false.
     */
    public abstract Optional<Boolean> immutable();

    @Value.Check
    void check() {
        checkMetadata("ConfigMap");
        ConfigKeys.check(owner(), "data", data());
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public String requireKey(String key) {
        return ConfigKeys.require(owner(), data().keySet(), key);
    }

    @Override
    public String contentHash() {
        return ContentHash.of("ConfigMap", name(), data());
    }

    @Override
    public HasMetadata toModel() {
        return new ConfigMapBuilder()
                .withMetadata(metadata())
                .withImmutable(immutable().orElse(null))
                .withData(data().isEmpty() ? null : data())
                .build();
    }

    private String owner() {
        return "ConfigMap \"" + name() + "\"";
    }
}
