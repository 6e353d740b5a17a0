package dev.berth.volumes;

import dev.berth.selector.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the data of a PersistentVolume lies. It can't be changed later. */
public abstract sealed class PersistentVolumeSource permits HostPathSource, LocalSource, NfsSource, CsiSource {

    PersistentVolumeSource() {}

    /**
     * A directory of whichever node the pod runs on: for clusters of one node.
     *
     * @throws dev.berth.value.InvalidValueException when the path is not absolute, or has {@code ..} as a part
     */
    public static HostPathSource hostPath(String path) {
        return new HostPathSource(path, Optional.empty());
    }

    /**
     * A disk, or a directory, that certain nodes have: pods that use it run there. Without such a condition the API server
     * takes no local volume.
     *
     * <pre>{@code
     * PersistentVolumeSource.local("/mnt/disks/ssd1", LabelSelectorRequirement.is(Affinity.HOSTNAME, "node-1"))
     * }</pre>
     *
     * @param node the label by which the nodes are known
     * @throws dev.berth.value.InvalidValueException when the path is not absolute, or has {@code ..} as a part
     */
    public static LocalSource local(
            String path, LabelSelectorRequirement node, LabelSelectorRequirement... furtherConditions) {
        return new LocalSource(
                path,
                Optional.empty(),
                Stream.concat(Stream.of(node), Stream.of(furtherConditions)).toList());
    }

    /**
     * A directory that an NFS server exports.
     *
     * @throws dev.berth.value.InvalidValueException when there is no server, or the path is not absolute
     */
    public static NfsSource nfs(String server, String path) {
        return new NfsSource(server, path, false);
    }

    /**
     * Starts a volume that a CSI driver knows by this handle: with AWS {@code vol-0123456789abcdef0}, for example.
     *
     * @throws dev.berth.value.InvalidValueException when the driver's name is no DNS subdomain of at most 63 characters
     */
    public static CsiSourceBuildStages.BuildFinal csi(String driver, String volumeHandle) {
        return CsiSourceBuildStages.start().driver(driver).volumeHandle(volumeHandle);
    }

    abstract void addTo(PersistentVolumeSpecBuilder spec);

    /** Whether its plugin can give a container the bare device; Kubernetes 1.36, {@code BlockVolumePlugin}. */
    abstract boolean canBeBlockDevice();

    /** The labels that nodes must have to reach it; none for what every node can reach. */
    List<LabelSelectorRequirement> nodes() {
        return List.of();
    }
}
