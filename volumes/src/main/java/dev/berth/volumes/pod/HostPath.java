package dev.berth.volumes.pod;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import dev.berth.volumes.HostPathType;
import dev.berth.volumes.format.NodePath;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A file or directory of the node on which the pod runs. Its data stays on that node and is shared with everything that
 * runs there; a pod that is placed elsewhere finds other data, or none. It is for development, and for pods that look
 * after their node; the {@code baseline} level of pod security forbids it.
 *
 * <pre>{@code
 * HostPath.named("host-data").path("/tmp/nginx-data").type(HostPathType.DIRECTORY_OR_CREATE).build()
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class HostPath extends Volume {

    HostPath() {}

    /**
     * Starts a path of the node.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static HostPathBuildStages.PathBuildStage named(String name) {
        return HostPathBuildStages.start().name(NameFormat.DNS_LABEL.require("HostPath name", name));
    }

    /** The path on the node, absolute and without {@code ..}. */
    public abstract String path();

    /** What must be there; unless given, nothing is checked or made. */
    public abstract Optional<HostPathType> type();

    @Value.Check
    void check() {
        NodePath.require("HostPath \"" + name() + "\" path", path());
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewHostPath()
                .withPath(path())
                .withType(type().map(HostPathType::value).orElse(null))
                .endHostPath()
                .build();
    }
}
