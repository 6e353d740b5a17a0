/**
 * Runs the pods of a rendered tree as processes of this machine, for tests with real servers. Start with
 * {@link LocalCluster}.
 */
@NullMarked
package dev.berth.harness;

import org.jspecify.annotations.NullMarked;
