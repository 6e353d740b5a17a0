/**
 * The rules of what runs pods: StatefulSet, Deployment, DaemonSet, Job, CronJob, and PodDisruptionBudget.
 *
 * <p>Start with {@link StatefulSetRules}.
 */
@NullMarked
package dev.berth.rules.workload;

import org.jspecify.annotations.NullMarked;
