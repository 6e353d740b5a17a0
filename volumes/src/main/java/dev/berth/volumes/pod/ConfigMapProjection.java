package dev.berth.volumes.pod;

import dev.berth.config.ConfigMap;
import dev.berth.config.ConfigMapSource;
import dev.berth.object.ExistingObject;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A ConfigMap in a {@link ProjectedVolume}; created by {@link VolumeProjection#configMap}. */
public final class ConfigMapProjection extends VolumeProjection {

    private final ConfigMapSource configMap;
    private final List<KeyToPath> items;
    private final boolean optional;

    ConfigMapProjection(ConfigMapSource configMap, List<KeyToPath> items, boolean optional) {
        items.forEach(item -> configMap.requireKey(item.key()));
        this.configMap = configMap;
        this.items = items;
        this.optional = optional;
    }

    /** Returns a copy that requires neither the ConfigMap nor its keys. By default, the pod waits for them. */
    public ConfigMapProjection optional() {
        return new ConfigMapProjection(configMap, items, true);
    }

    @Override
    void addFilesTo(FilePaths files) {
        String owner = "ConfigMap \"" + configMap.name() + "\"";
        items.forEach(item -> files.add(item.path(), owner));
        if (items.isEmpty() && configMap instanceof ConfigMap declared) {
            declared.data().keySet().forEach(key -> files.add(key, owner));
        }
    }

    @Override
    Optional<ExistingObject> outside() {
        return configMap.outside();
    }

    @Override
    io.fabric8.kubernetes.api.model.VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewConfigMap()
                .withName(configMap.name())
                .withItems(items.stream().map(KeyToPath::toModel).toList())
                .withOptional(optional ? Boolean.TRUE : null)
                .endConfigMap()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigMapProjection that
                && configMap.equals(that.configMap)
                && items.equals(that.items)
                && optional == that.optional;
    }

    @Override
    public int hashCode() {
        return Objects.hash(configMap, items, optional);
    }

    @Override
    public String toString() {
        return "ConfigMapProjection{" + configMap.name() + "}";
    }
}
