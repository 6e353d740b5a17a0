package dev.berth.review.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * The directories of a node that belong to its operating system, its kubelet or its container runtime. A pod that mounts
 * one of them keeps no data of its own there.
 *
 * <p>Source: the Filesystem Hierarchy Standard 3.0; {@code defaultRootDir} of {@code
 * pkg/kubelet/apis/config/v1beta1/defaults.go} and {@code HostPathType} of {@code staging/src/k8s.io/api/core/v1/types.go}
 * (Kubernetes 1.36).
 */
final class NodeDirectories {
    private static final Set<String> NO_DIRECTORY = Set.of("Socket", "CharDevice");
    private static final List<String> OF_THE_NODE = List.of(
            "bin",
            "boot",
            "dev",
            "etc",
            "lib",
            "lib64",
            "opt/cni",
            "proc",
            "run",
            "sbin",
            "sys",
            "usr",
            "var/lib/containerd",
            "var/lib/containers",
            "var/lib/docker",
            "var/lib/kubelet",
            "var/log/containers",
            "var/log/pods",
            "var/run");

    private NodeDirectories() {}

    /** Returns whether a {@code hostPath} is one of them, or the whole file system of the node. */
    static boolean contain(JsonNode hostPath) {
        String path = Directory.of(hostPath.path("path").asText());
        return path.isEmpty()
                || NO_DIRECTORY.contains(hostPath.path("type").asText())
                || path.equals("var/log")
                || OF_THE_NODE.stream().anyMatch(directory -> Directory.isWithin(path, directory));
    }
}
