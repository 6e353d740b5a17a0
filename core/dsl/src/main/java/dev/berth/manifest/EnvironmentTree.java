package dev.berth.manifest;

import dev.berth.cluster.TargetCluster;
import dev.berth.value.TreePath;
import java.util.Optional;

/**
 * The tree of one environment.
 *
 * @param name the name of the environment, such as {@code prod}
 * @param directory its directory below the output directory
 * @param cluster its cluster; empty for the cluster that the parameters of the build describe
 * @param manifests its files, with paths below its directory
 */
public record EnvironmentTree(
        String name, TreePath directory, Optional<TargetCluster> cluster, ManifestSet manifests) {}
