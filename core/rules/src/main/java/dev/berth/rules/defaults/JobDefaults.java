package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import org.jspecify.annotations.Nullable;

/** {@code SetDefaults_Job}, {@code SetDefaults_CronJob} in {@code pkg/apis/batch/v1/defaults.go}. */
public final class JobDefaults {
    private static final int RETRIES = 6;

    private JobDefaults() {}

    /** The counts, the modes and the pods of a Job. */
    public static void job(Job job) {
        if (job.getSpec() == null) {
            job.setSpec(new JobSpec());
        }
        JobSpec spec = job.getSpec();
        spec.setTemplate(PodDefaults.template(spec.getTemplate()));
        if (spec.getCompletions() == null && spec.getParallelism() == null) {
            spec.setCompletions(1);
            spec.setParallelism(1);
        }
        if (spec.getParallelism() == null) {
            spec.setParallelism(1);
        }
        if (spec.getBackoffLimit() == null) {
            spec.setBackoffLimit(spec.getBackoffLimitPerIndex() == null ? RETRIES : Integer.MAX_VALUE);
        }
        if (spec.getCompletionMode() == null) {
            spec.setCompletionMode("NonIndexed");
        }
        if (spec.getSuspend() == null) {
            spec.setSuspend(false);
        }
        if (spec.getPodReplacementPolicy() == null) {
            spec.setPodReplacementPolicy(spec.getPodFailurePolicy() == null ? "TerminatingOrFailed" : "Failed");
        }
        failurePolicy(spec.getPodFailurePolicy());
    }

    private static void failurePolicy(@Nullable PodFailurePolicy policy) {
        if (policy == null) {
            return;
        }
        Zero.list(policy.getRules()).stream()
                .flatMap(rule -> Zero.list(rule.getOnPodConditions()).stream())
                .filter(condition -> Zero.isEmpty(condition.getStatus()))
                .forEach(condition -> condition.setStatus("True"));
    }

    /** The job template only gets the defaults of its pods. */
    public static void cronJob(CronJob cronJob) {
        if (cronJob.getSpec() == null) {
            cronJob.setSpec(new CronJobSpec());
        }
        CronJobSpec spec = cronJob.getSpec();
        if (Zero.isEmpty(spec.getConcurrencyPolicy())) {
            spec.setConcurrencyPolicy("Allow");
        }
        if (spec.getSuspend() == null) {
            spec.setSuspend(false);
        }
        if (spec.getSuccessfulJobsHistoryLimit() == null) {
            spec.setSuccessfulJobsHistoryLimit(3);
        }
        if (spec.getFailedJobsHistoryLimit() == null) {
            spec.setFailedJobsHistoryLimit(1);
        }
        if (spec.getJobTemplate() == null) {
            spec.setJobTemplate(new JobTemplateSpec());
        }
        if (spec.getJobTemplate().getSpec() == null) {
            spec.getJobTemplate().setSpec(new JobSpec());
        }
        JobSpec job = spec.getJobTemplate().getSpec();
        job.setTemplate(PodDefaults.template(job.getTemplate()));
        failurePolicy(job.getPodFailurePolicy());
    }
}
