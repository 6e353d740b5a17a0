/**
 * A small model of a cluster, in which runbooks run: an API server that refuses what our rules refuse, controllers that
 * follow those of Kubernetes 1.36, a kubelet that runs commands on real directories, and a kubectl. Start with {@code
 * ModelCluster}.
 */
@NullMarked
package dev.berth.review.cluster;

import org.jspecify.annotations.NullMarked;
