package dev.berth.volumes.pod;

import dev.berth.manifest.Dsl;
import dev.berth.value.FileMode;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Fields of the pod as files (the downward API): its labels, its name, the memory limit of a container.
 *
 * <pre>{@code
 * var podinfo = DownwardApiVolume.named("podinfo")
 *         .addItems(DownwardApiFile.labels("labels"), DownwardApiFile.podName("name"))
 *         .addItem(
 *                 DownwardApiFile.annotation("example.com/build", "build").mode(FileMode.of("0400")))
 *         .addItem(DownwardApiFile.resourceFieldRef("example", ResourceFieldRef.LIMITS_MEMORY, "memory")
 *                 .divisor(Quantity.of("1Mi")))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class DownwardApiVolume extends Volume implements ExtensibleDownwardApiVolume {

    DownwardApiVolume() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36, {@code ValidateVolumes}
     */
    public static DownwardApiVolumeBuildStages.BuildFinal named(String name) {
        return DownwardApiVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("DownwardApiVolume name", name));
    }

    /** The files; at least one. */
    public abstract List<DownwardApiFile> items();

    /** The permissions of the files. Defaults to 0644. */
    public abstract Optional<FileMode> defaultMode();

    @Value.Check
    void check() {
        String what = "DownwardApiVolume \"" + name() + "\"";
        if (items().isEmpty()) {
            throw new InvalidValueException(what + ": items: Required value: add a file with addItem");
        }
        FilePaths paths = new FilePaths(what);
        items().forEach(file -> paths.add(file.path(), "the pod's fields"));
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewDownwardAPI()
                .withItems(items().stream().map(DownwardApiFile::toModel).toList())
                .withDefaultMode(defaultMode().map(FileMode::bits).orElse(null))
                .endDownwardAPI()
                .build();
    }
}
