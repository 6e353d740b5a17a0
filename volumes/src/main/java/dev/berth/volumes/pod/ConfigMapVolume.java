package dev.berth.volumes.pod;

import dev.berth.config.ConfigMapSource;
import dev.berth.config.KeyedSource;
import dev.berth.manifest.Dsl;
import dev.berth.value.FileMode;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import org.immutables.value.Value;

/**
 * A ConfigMap as files. The kubelet updates the files within a minute or two after a change of the ConfigMap, except
 * where a container mounts one of them by its {@link dev.berth.workload.Mount#subPath(String) subPath}. They are
 * read-only.
 *
 * <pre>{@code
 * var one = ConfigMapVolume.named("nginx")
 *         .configMap(config)
 *         .addItem(KeyToPath.of("nginx.conf").path("conf/nginx.conf").mode(FileMode.of("0444")))
 *         .defaultMode(FileMode.of("0440"))
 *         .optional(true)
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ConfigMapVolume extends KeyedVolume implements ExtensibleConfigMapVolume {

    ConfigMapVolume() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static ConfigMapVolumeBuildStages.ConfigMapBuildStage named(String name) {
        return ConfigMapVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("ConfigMapVolume name", name));
    }

    /** The ConfigMap, in the namespace of the pod. */
    public abstract ConfigMapSource configMap();

    @Override
    KeyedSource source() {
        return configMap();
    }

    @Value.Check
    void check() {
        checkItems("ConfigMapVolume \"" + name() + "\"");
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewConfigMap()
                .withName(configMap().name())
                .withItems(items().stream().map(KeyToPath::toModel).toList())
                .withDefaultMode(defaultMode().map(FileMode::bits).orElse(null))
                .withOptional(optional().orElse(null))
                .endConfigMap()
                .build();
    }
}
