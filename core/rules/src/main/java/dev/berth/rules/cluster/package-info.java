/** The cluster that the manifests are for. Start with {@link TargetCluster}. */
@NullMarked
package dev.berth.rules.cluster;

import org.jspecify.annotations.NullMarked;
