/**
 * The rules of workloads: StatefulSet, Deployment, DaemonSet, Job, CronJob, and PodDisruptionBudget. Start with
 * {@link StatefulSetRules}.
 */
@NullMarked
package dev.berth.rules.workload;

import org.jspecify.annotations.NullMarked;
