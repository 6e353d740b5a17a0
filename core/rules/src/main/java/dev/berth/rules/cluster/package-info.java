/** The target cluster, as a build tool describes it. Start with {@link ClusterParameters}. */
@NullMarked
package dev.berth.rules.cluster;

import org.jspecify.annotations.NullMarked;
