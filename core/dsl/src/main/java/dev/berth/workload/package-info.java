/**
 * Workloads: StatefulSets, Deployments, Pods and CronJobs, with their containers and claim templates. Start with
 * {@link StatefulSet}.
 */
@NullMarked
@PublicApi
package dev.berth.workload;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
