package dev.berth.volumes;

import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.volumes.format.NodePath;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A disk or directory on certain nodes; created by {@link PersistentVolumeSource#local}. */
public final class LocalSource extends PersistentVolumeSource {

    private final String path;
    private final Optional<FsType> fsType;
    private final List<LabelSelectorRequirement> nodes;

    LocalSource(String path, Optional<FsType> fsType, List<LabelSelectorRequirement> nodes) {
        this.path = NodePath.require("PersistentVolume local path", path);
        this.fsType = fsType;
        this.nodes = nodes;
    }

    /**
     * Returns a copy for a block device without a file system, which is formatted when it is first mounted. Defaults to
     * a file system that the kubelet selects.
     */
    public LocalSource fsType(FsType format) {
        return new LocalSource(path, Optional.of(format), nodes);
    }

    @Override
    List<LabelSelectorRequirement> nodes() {
        return nodes;
    }

    @Override
    boolean canBeBlockDevice() {
        return true;
    }

    @Override
    void addTo(PersistentVolumeSpecBuilder spec) {
        spec.withNewLocal()
                .withPath(path)
                .withFsType(fsType.map(FsType::value).orElse(null))
                .endLocal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalSource that
                && path.equals(that.path)
                && fsType.equals(that.fsType)
                && nodes.equals(that.nodes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, fsType, nodes);
    }

    @Override
    public String toString() {
        return "LocalSource{" + path + " on " + nodes + "}";
    }
}
