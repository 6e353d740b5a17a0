package dev.berth.volumes;

import dev.berth.volumes.format.NodePath;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Objects;
import java.util.Optional;

/** A directory on the node that a pod runs on; created by {@link PersistentVolumeSource#hostPath}. */
public final class HostPathSource extends PersistentVolumeSource {

    private final String path;
    private final Optional<HostPathType> type;

    HostPathSource(String path, Optional<HostPathType> type) {
        this.path = NodePath.require("PersistentVolume hostPath", path);
        this.type = type;
    }

    /**
     * Returns a copy that requires this type at the path. By default, the kubelet neither checks nor creates anything.
     */
    public HostPathSource type(HostPathType expected) {
        return new HostPathSource(path, Optional.of(expected));
    }

    /** The path on the node. */
    String path() {
        return path;
    }

    @Override
    boolean canBeBlockDevice() {
        return false;
    }

    @Override
    void addTo(PersistentVolumeSpecBuilder spec) {
        spec.withNewHostPath()
                .withPath(path)
                .withType(type.map(HostPathType::value).orElse(null))
                .endHostPath();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostPathSource that && path.equals(that.path) && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, type);
    }

    @Override
    public String toString() {
        return "HostPathSource{" + path + "}";
    }
}
