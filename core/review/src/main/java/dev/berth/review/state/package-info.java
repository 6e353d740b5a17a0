/**
 * What only a cluster knows, and a tree does not: real claims and volumes, the state of pods and rollouts, and who changed
 * which field. Start with {@link WorkloadState}.
 */
@NullMarked
package dev.berth.review.state;

import org.jspecify.annotations.NullMarked;
