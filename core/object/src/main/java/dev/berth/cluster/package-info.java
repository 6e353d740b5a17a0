/** The cluster that manifests are for. Start with {@link TargetCluster}. */
@NullMarked
@PublicApi
package dev.berth.cluster;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
