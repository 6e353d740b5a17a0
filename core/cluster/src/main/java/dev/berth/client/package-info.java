/** Reads the objects of a cluster, and changes nothing. Start with {@link ClusterSource}. */
@NullMarked
package dev.berth.client;

import org.jspecify.annotations.NullMarked;
