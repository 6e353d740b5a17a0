package dev.berth.volumes.pod;

import dev.berth.config.ConfigMap;
import dev.berth.config.ConfigMapSource;
import dev.berth.object.ExistingObject;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A ConfigMap in a {@link ProjectedVolume}; made by {@link Projection#configMap}. */
public final class ConfigMapFiles extends Projection {

    private final ConfigMapSource configMap;
    private final List<KeyFile> items;
    private final boolean optional;

    ConfigMapFiles(ConfigMapSource configMap, List<KeyFile> items, boolean optional) {
        items.forEach(item -> configMap.requireKey(item.key()));
        this.configMap = configMap;
        this.items = items;
        this.optional = optional;
    }

    /** The same, where the pod also starts without the ConfigMap or some of the keys. It waits for them unless said. */
    public ConfigMapFiles optional() {
        return new ConfigMapFiles(configMap, items, true);
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
    VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewConfigMap()
                .withName(configMap.name())
                .withItems(items.stream().map(KeyFile::toModel).toList())
                .withOptional(optional ? Boolean.TRUE : null)
                .endConfigMap()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigMapFiles that
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
        return "ConfigMapFiles{" + configMap.name() + "}";
    }
}
