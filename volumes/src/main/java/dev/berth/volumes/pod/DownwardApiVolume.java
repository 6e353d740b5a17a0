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
 * What a pod knows of itself as files: its labels, its name, the memory that a container may use.
 *
 * <pre>{@code
 * DownwardApiVolume.named("podinfo").addItem(DownwardApiFile.labels("labels")).build()
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class DownwardApiVolume extends Volume {

    DownwardApiVolume() {}

    /**
     * Starts a volume.
     *
     * @throws InvalidValueException when the name is no DNS label; Kubernetes 1.36, {@code ValidateVolumes}
     */
    public static DownwardApiVolumeBuildStages.BuildFinal named(String name) {
        return DownwardApiVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("DownwardApiVolume name", name));
    }

    /** The files, one at least. */
    public abstract List<DownwardApiFile> items();

    /** The permissions of the files. Kubernetes takes 0644. */
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
