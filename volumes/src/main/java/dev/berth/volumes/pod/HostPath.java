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
 * A file or directory on the node that the pod runs on. Its data stays on that node and is shared with everything that
 * runs there; on another node, a pod finds other data or none. Use it for development and for pods that manage their
 * node. The {@code baseline} Pod Security Standard forbids it.
 *
 * <pre>{@code
 * var data = HostPath.named("host-data")
 *         .path("/tmp/nginx-data")
 *         .type(HostPathType.DIRECTORY_OR_CREATE)
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class HostPath extends Volume implements ExtensibleHostPath {

    HostPath() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static HostPathBuildStages.PathBuildStage named(String name) {
        return HostPathBuildStages.start().name(NameFormat.DNS_LABEL.require("HostPath name", name));
    }

    /** The path on the node, absolute and without {@code ..}. */
    public abstract String path();

    /** What must exist at the path. By default, the kubelet neither checks nor creates anything. */
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
