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
 * A ConfigMap: settings and configuration files that containers read as variables or as files.
 *
 * <pre>{@code
 * var config = ConfigMap.named("postgres-config").putData("POSTGRES_DB", "mydatabase").build();
 * container.addEnv(config.env("POSTGRES_DB"));
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ConfigMap extends NamedManifest implements ConfigMapSource, ConfigContent {

    ConfigMap() {}

    /**
     * Starts a ConfigMap.
     *
     * @throws InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36, {@code ValidateConfigMapName}
     */
    public static ConfigMapBuildStages.BuildFinal named(String name) {
        return ConfigMapBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("ConfigMap: metadata.name", name));
    }

    /** A ConfigMap that lives in the cluster already, in the namespace of what refers to it. */
    public static ConfigMapSource existing(String name) {
        return new ExistingConfigMap(name);
    }

    /** The texts by their keys. A text of several lines is rendered as a literal block. All texts together may have 1 MiB. */
    public abstract Map<String, String> data();

    /**
     * Whether the data can't be changed any more, which spares the cluster its watches; a change then needs a ConfigMap
     * of another name. Unless given, it can be changed.
     */
    public abstract Optional<Boolean> immutable();

    /** The same ConfigMap with these texts instead of its own. */
    public abstract ConfigMap withData(Map<String, ? extends String> data);

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
