package dev.berth.workload;

import dev.berth.manifest.DslPart;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.time.Duration;
import java.util.Optional;

/**
 * Pods that run to completion: those of a {@link Job}, and of the Jobs that a {@link CronJob} creates.
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/batch/v1/defaults.go}, and {@code
 * pkg/apis/batch/validation/validation.go}, {@code validateJobSpec}.
 */
@DslPart
public abstract class JobFields extends Workload {

    JobFields() {}

    /** What happens when a container of a Job fails. */
    public enum RestartPolicy {
        /** The container restarts in the same pod, so the logs of the failure are soon lost. */
        ON_FAILURE("OnFailure"),
        /** The pod fails and keeps its logs, and the Job creates another pod. */
        NEVER("Never");

        private final String value;

        RestartPolicy(String value) {
            this.value = value;
        }
    }

    /** When a Job with several completions is complete. */
    public enum CompletionMode {
        /** As soon as enough pods have succeeded. The default of Kubernetes. */
        NON_INDEXED("NonIndexed"),
        /**
         * When each index from 0 to {@code completions} - 1 has a pod that succeeded. A pod finds its index in the
         * variable {@code JOB_COMPLETION_INDEX}.
         */
        INDEXED("Indexed");

        private final String value;

        CompletionMode(String value) {
            this.value = value;
        }
    }

    /** What happens when a container fails. */
    public abstract RestartPolicy restartPolicy();

    /** How many times a Job is retried before it fails. Defaults to 6. */
    public abstract Optional<Integer> backoffLimit();

    /** How long a Job may run, including its retries, in whole seconds, at least 1 s. No limit by default. */
    public abstract Optional<Duration> activeDeadline();

    /** How long a finished Job is kept, in whole seconds. Not set by default: it is kept until something deletes it. */
    public abstract Optional<Duration> ttlAfterFinished();

    /** How many pods of a Job must succeed. Defaults to 1. */
    public abstract Optional<Integer> completions();

    /** How many pods of a Job run at the same time, at most. Defaults to 1. */
    public abstract Optional<Integer> parallelism();

    /** When the Job is complete. Defaults to {@link CompletionMode#NON_INDEXED}. It is immutable. */
    public abstract Optional<CompletionMode> completionMode();

    /**
     * Checks the fields of the Job.
     *
     * @param path the object and the path of the spec of the Job, for messages
     */
    void checkJob(String path) {
        notNegative(path + "backoffLimit", backoffLimit());
        notNegative(path + "completions", completions());
        notNegative(path + "parallelism", parallelism());
        activeDeadline().ifPresent(time -> Seconds.of(path + "activeDeadlineSeconds", time, 1));
        ttlAfterFinished().ifPresent(time -> Seconds.of(path + "ttlSecondsAfterFinished", time, 0));
        if (completionMode().filter(CompletionMode.INDEXED::equals).isPresent()
                && completions().isEmpty()) {
            throw new InvalidValueException(path + "completions: Required value: the completion mode is Indexed, so the"
                    + " number of indexes must be declared: add completions");
        }
    }

    @Override
    Optional<String> podRestartPolicy() {
        return Optional.of(restartPolicy().value);
    }

    /** The spec of the Job as a fabric8 model. */
    JobSpec jobToModel() {
        return new JobSpecBuilder()
                .withBackoffLimit(backoffLimit().orElse(null))
                .withActiveDeadlineSeconds(
                        activeDeadline().map(Duration::getSeconds).orElse(null))
                .withTtlSecondsAfterFinished(Seconds.toModel(ttlAfterFinished()))
                .withCompletions(completions().orElse(null))
                .withParallelism(parallelism().orElse(null))
                .withCompletionMode(completionMode().map(mode -> mode.value).orElse(null))
                .withTemplate(PodModel.template(this))
                .build();
    }
}
