package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Pods that run to their end on a schedule: a nightly backup.
 *
 * <pre>{@code
 * CronJob.named("backup").schedule(Schedule.daily(3, 0)).restartPolicy(NEVER).container(dump)
 *         .concurrencyPolicy(FORBID).build()
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/batch/v1/defaults.go}, and {@code
 * pkg/apis/batch/validation/validation.go}, {@code ValidateCronJobSpec} and {@code validateJobSpec}.
 */
@Value.Immutable
@Dsl
public abstract class CronJob extends Workload {

    /** A job has the name of its cron job with 11 characters for the time; Kubernetes 1.36, {@code ValidateCronJobCreate}. */
    private static final int LONGEST_NAME = 52;

    /** The controller looks every 10 s, and would find a shorter deadline always missed. */
    private static final int LEAST_DEADLINE = 10;

    CronJob() {}

    /**
     * Starts a cron job.
     *
     * @throws InvalidValueException when the name is no DNS subdomain of at most 52 characters
     */
    public static CronJobBuildStages.ScheduleBuildStage named(String name) {
        NameFormat.DNS_SUBDOMAIN.require("CronJob: metadata.name", name);
        if (name.length() > LONGEST_NAME) {
            throw InvalidValueException.of(
                    "CronJob: metadata.name",
                    name,
                    "must have at most " + LONGEST_NAME + " characters, but has " + name.length());
        }
        return CronJobBuildStages.start().name(name);
    }

    /** What happens when it is time and the job before still runs. */
    public enum ConcurrencyPolicy {
        /** Both run: what Kubernetes does unless told. */
        ALLOW("Allow"),
        /** The new one is left out. */
        FORBID("Forbid"),
        /** The old one is stopped. */
        REPLACE("Replace");

        private final String value;

        ConcurrencyPolicy(String value) {
            this.value = value;
        }
    }

    /** What happens when a container of a job fails. */
    public enum RestartPolicy {
        /** It is started anew in the same pod, whose logs of the failure are soon gone. */
        ON_FAILURE("OnFailure"),
        /** The pod stays as it is, for its logs, and the job makes another one. */
        NEVER("Never");

        private final String value;

        RestartPolicy(String value) {
            this.value = value;
        }
    }

    /** When it runs. */
    public abstract Schedule schedule();

    /** What happens when a container fails. */
    public abstract RestartPolicy restartPolicy();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    /** The time zone of the schedule: that of the cluster's controller, mostly UTC, unless given. Stable in 1.27. */
    public abstract Optional<ZoneId> timeZone();

    /** What happens when it is time and the job before still runs. Kubernetes lets both run unless told. */
    public abstract Optional<ConcurrencyPolicy> concurrencyPolicy();

    /** How late a job may still start, in whole seconds, 10 s at least. However late unless given. */
    public abstract Optional<Duration> startingDeadline();

    /** Whether no job is started. Jobs are started unless given. */
    public abstract Optional<Boolean> suspend();

    /** How many jobs that succeeded are kept. Kubernetes keeps 3. */
    public abstract Optional<Integer> successfulJobsHistoryLimit();

    /** How many jobs that failed are kept. Kubernetes keeps 1. */
    public abstract Optional<Integer> failedJobsHistoryLimit();

    /** How often a job is tried again before it has failed. Kubernetes tries 6 times. */
    public abstract Optional<Integer> backoffLimit();

    /** How long a job may take with all of its tries, in whole seconds, 1 s at least. As long as it takes unless given. */
    public abstract Optional<Duration> activeDeadline();

    /** How long a job that ended is kept, in whole seconds. As the history limits say unless given. */
    public abstract Optional<Duration> ttlAfterFinished();

    /** How many pods of a job must succeed. Kubernetes takes 1. */
    public abstract Optional<Integer> completions();

    /** How many pods of a job run at the same time, at the most. Kubernetes takes 1. */
    public abstract Optional<Integer> parallelism();

    /** A last change of the cron job in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<CronJobBuilder>> customize();

    /** The same cron job at other times. */
    public abstract CronJob withSchedule(Schedule schedule);

    /** The same cron job with another container. */
    public abstract CronJob withContainer(Container container);

    /** The same cron job that starts no job, or does again. */
    public abstract CronJob withSuspend(boolean suspend);

    @Value.Check
    void check() {
        checkPod("CronJob");
        refuseTemplates("CronJob");
        String what = "CronJob \"" + name() + "\"";
        timeZone()
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone.getId()))
                .ifPresent(zone -> {
                    throw InvalidValueException.of(
                            what + ": spec.timeZone",
                            zone,
                            "must be a region of the IANA database, such as Europe/Berlin");
                });
        startingDeadline().ifPresent(time -> Seconds.of(what + ": spec.startingDeadlineSeconds", time, LEAST_DEADLINE));
        notNegative(what + ": spec.successfulJobsHistoryLimit", successfulJobsHistoryLimit());
        notNegative(what + ": spec.failedJobsHistoryLimit", failedJobsHistoryLimit());
        String job = what + ": spec.jobTemplate.spec.";
        notNegative(job + "backoffLimit", backoffLimit());
        notNegative(job + "completions", completions());
        notNegative(job + "parallelism", parallelism());
        activeDeadline().ifPresent(time -> Seconds.of(job + "activeDeadlineSeconds", time, 1));
        ttlAfterFinished().ifPresent(time -> Seconds.of(job + "ttlSecondsAfterFinished", time, 0));
    }

    @Override
    Optional<String> podRestartPolicy() {
        return Optional.of(restartPolicy().value);
    }

    @Override
    public HasMetadata toModel() {
        CronJobBuilder cronJob = new CronJobBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withSchedule(schedule().toString())
                .withTimeZone(timeZone().map(ZoneId::getId).orElse(null))
                .withConcurrencyPolicy(
                        concurrencyPolicy().map(policy -> policy.value).orElse(null))
                .withStartingDeadlineSeconds(
                        startingDeadline().map(Duration::getSeconds).orElse(null))
                .withSuspend(suspend().orElse(null))
                .withSuccessfulJobsHistoryLimit(successfulJobsHistoryLimit().orElse(null))
                .withFailedJobsHistoryLimit(failedJobsHistoryLimit().orElse(null))
                .withNewJobTemplate()
                .withSpec(job())
                .endJobTemplate()
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(cronJob).build();
    }

    private JobSpec job() {
        return new JobSpecBuilder()
                .withBackoffLimit(backoffLimit().orElse(null))
                .withActiveDeadlineSeconds(
                        activeDeadline().map(Duration::getSeconds).orElse(null))
                .withTtlSecondsAfterFinished(Seconds.toModel(ttlAfterFinished()))
                .withCompletions(completions().orElse(null))
                .withParallelism(parallelism().orElse(null))
                .withTemplate(PodModel.template(this))
                .build();
    }
}
