package dev.berth.volumes;

import dev.berth.selector.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The storage that holds the data of a PersistentVolume. It is immutable. */
public abstract sealed class PersistentVolumeSource permits HostPathSource, LocalSource, NfsSource, CsiSource {

    PersistentVolumeSource() {}

    /**
     * Returns a directory on the node that the pod runs on; only for single-node clusters.
     *
     * @throws dev.berth.value.InvalidValueException if the path is not absolute or contains {@code ..}
     */
    public static HostPathSource hostPath(String path) {
        return new HostPathSource(path, Optional.empty());
    }

    /**
     * Returns a disk or directory on certain nodes: pods that use it run there. The API server refuses a local volume
     * without such a condition.
     *
     * <pre>{@code
     * PersistentVolumeSource.local("/mnt/disks/ssd1", LabelSelectorRequirement.is(Affinity.HOSTNAME, "node-1"))
     * }</pre>
     *
     * @param node the label that selects the nodes
     * @throws dev.berth.value.InvalidValueException if the path is not absolute or contains {@code ..}
     */
    public static LocalSource local(
            String path, LabelSelectorRequirement node, LabelSelectorRequirement... furtherConditions) {
        return new LocalSource(
                path,
                Optional.empty(),
                Stream.concat(Stream.of(node), Stream.of(furtherConditions)).toList());
    }

    /**
     * Returns a directory that an NFS server exports.
     *
     * @throws dev.berth.value.InvalidValueException if the server is blank or the path is not absolute
     */
    public static NfsSource nfs(String server, String path) {
        return new NfsSource(server, path, false);
    }

    /**
     * Returns a builder for a volume of a CSI driver with this handle, such as {@code vol-0123456789abcdef0} on AWS.
     *
     * @throws dev.berth.value.InvalidValueException if the name of the driver is not a valid DNS subdomain of at most
     *     63 characters
     */
    public static CsiSourceBuildStages.BuildFinal csi(String driver, String volumeHandle) {
        return CsiSourceBuildStages.start().driver(driver).volumeHandle(volumeHandle);
    }

    abstract void addTo(PersistentVolumeSpecBuilder spec);

    /** Returns whether its volume plugin supports raw block devices; Kubernetes 1.36, {@code BlockVolumePlugin}. */
    abstract boolean canBeBlockDevice();

    /** Returns the labels that a node must have to access it; empty if every node can. */
    List<LabelSelectorRequirement> nodes() {
        return List.of();
    }
}
