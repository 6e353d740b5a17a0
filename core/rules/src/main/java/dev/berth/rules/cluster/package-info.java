/** The cluster that manifests are meant for. Start with {@link dev.berth.rules.cluster.TargetCluster}. */
@NullMarked
package dev.berth.rules.cluster;

import org.jspecify.annotations.NullMarked;
