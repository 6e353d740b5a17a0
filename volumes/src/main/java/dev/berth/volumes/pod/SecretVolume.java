package dev.berth.volumes.pod;

import dev.berth.config.KeyedSource;
import dev.berth.config.SecretSource;
import dev.berth.manifest.Dsl;
import dev.berth.value.FileMode;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import org.immutables.value.Value;

/**
 * A Secret as files, kept in the node's memory and never on its disk. The kubelet updates the files within a minute or
 * two after a change of the Secret, except where a container mounts one of them by its {@link
 * dev.berth.workload.Mount#subPath(String) subPath}. They are read-only.
 *
 * <pre>{@code
 * var keys = SecretVolume.named("secret-volume")
 *         .secret(secret)
 *         .defaultMode(FileMode.of("0400"))
 *         .build();
 * }</pre>
 *
 * <p>The files belong to root: a process of another user can read files of mode 0400 only if
 * {@link dev.berth.workload.PodSecurityContext} gives the volume a group, which makes them 0440.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class SecretVolume extends KeyedVolume implements ExtensibleSecretVolume {

    SecretVolume() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static SecretVolumeBuildStages.SecretBuildStage named(String name) {
        return SecretVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("SecretVolume name", name));
    }

    /** The Secret, in the namespace of the pod. */
    public abstract SecretSource secret();

    @Override
    KeyedSource source() {
        return secret();
    }

    @Value.Check
    void check() {
        checkItems("SecretVolume \"" + name() + "\"");
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewSecret()
                .withSecretName(secret().name())
                .withItems(items().stream().map(KeyToPath::toModel).toList())
                .withDefaultMode(defaultMode().map(FileMode::bits).orElse(null))
                .withOptional(optional().orElse(null))
                .endSecret()
                .build();
    }
}
