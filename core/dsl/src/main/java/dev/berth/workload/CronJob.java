package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Pods that run to completion on a schedule, such as a nightly backup.
 *
 * <pre>{@code
 * var backup = CronJob.named("postgres-backup")
 *         .schedule(Schedule.daily(3, 0))
 *         .restartPolicy(NEVER)
 *         .container(dump)
 *         .timeZone(ZoneId.of("Europe/Berlin"))
 *         .concurrencyPolicy(FORBID)
 *         .startingDeadline(ofMinutes(10))
 *         .successfulJobsHistoryLimit(2)
 *         .failedJobsHistoryLimit(5)
 *         .suspend(false)
 *         .backoffLimit(3)
 *         .activeDeadline(ofHours(1))
 *         .ttlAfterFinished(ofHours(24))
 *         .completions(1)
 *         .parallelism(1)
 *         .build();
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/batch/v1/defaults.go}, and {@code
 * pkg/apis/batch/validation/validation.go}, {@code ValidateCronJobSpec}.
 */
@Value.Immutable
@Dsl
public abstract class CronJob extends JobFields implements ExtensibleCronJob {

    /**
     * A Job is named after its CronJob, with 11 characters for the time; Kubernetes 1.36, {@code
     * ValidateCronJobCreate}.
     */
    private static final int LONGEST_NAME = 52;

    /** The controller checks every 10 s and would always miss a shorter deadline. */
    private static final int LEAST_DEADLINE = 10;

    CronJob() {}

    /**
     * Returns a builder for a CronJob.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain of at most 52 characters
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

    /** What happens when a Job is due while the previous one still runs. */
    public enum ConcurrencyPolicy {
        /** Both run. The default of Kubernetes. */
        ALLOW("Allow"),
        /** The new one is skipped. */
        FORBID("Forbid"),
        /** The old one is stopped. */
        REPLACE("Replace");

        private final String value;

        ConcurrencyPolicy(String value) {
            this.value = value;
        }
    }

    /** When the Job runs. */
    public abstract Schedule schedule();

    // Declared again so that they are the last stages of the builder.
    @Override
    public abstract RestartPolicy restartPolicy();

    @Override
    public abstract Container container();

    /**
     * The time zone of the schedule. Defaults to that of the kube-controller-manager, usually UTC. Stable in Kubernetes
     * 1.27.
     */
    public abstract Optional<ZoneId> timeZone();

    /**
     * What happens when a Job is due while the previous one still runs. Defaults to {@link ConcurrencyPolicy#ALLOW}.
     */
    public abstract Optional<ConcurrencyPolicy> concurrencyPolicy();

    /** How late a Job may start, in whole seconds, at least 10 s. No deadline by default. */
    public abstract Optional<Duration> startingDeadline();

    /** Whether the CronJob is suspended and creates no Jobs. Defaults to false. */
    public abstract Optional<Boolean> suspend();

    /** How many succeeded Jobs are kept. Defaults to 3. */
    public abstract Optional<Integer> successfulJobsHistoryLimit();

    /** How many failed Jobs are kept. Defaults to 1. */
    public abstract Optional<Integer> failedJobsHistoryLimit();

    /** Changes the fabric8 model of the CronJob, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<CronJobBuilder>> customize();

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
        checkJob(what + ": spec.jobTemplate.spec.");
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
                .withSpec(jobToModel())
                .endJobTemplate()
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(cronJob).build();
    }
}
