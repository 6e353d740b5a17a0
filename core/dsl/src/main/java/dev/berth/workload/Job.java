package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Pods that run to completion once, such as the creation of a topic or the migration of a schema.
 *
 * <pre>{@code
 * var topics = Job.named("create-topics")
 *         .restartPolicy(ON_FAILURE)
 *         .container(create)
 *         .backoffLimit(10)
 *         .activeDeadline(ofMinutes(10))
 *         .ttlAfterFinished(ofHours(1))
 *         .completions(3)
 *         .parallelism(2)
 *         .completionMode(INDEXED)
 *         .suspend(false)
 *         .build();
 * }</pre>
 *
 * <p>The API server refuses most changes of a Job: a change of the pod template needs a Job with another name, or one
 * that was deleted before. Source: Kubernetes 1.36, {@code pkg/apis/batch/validation/validation.go}, {@code
 * ValidateJobSpecUpdate}.
 */
@Value.Immutable
@Dsl
public abstract class Job extends JobFields implements ExtensibleJob {

    /** The pods have the label {@code batch.kubernetes.io/job-name}, and a label value has at most 63 characters. */
    private static final int LONGEST_NAME = 63;

    Job() {}

    /**
     * Returns a builder for a Job.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain of at most 63 characters; Kubernetes 1.36, {@code
     *     ValidateJobName}, and {@code pkg/registry/batch/job/strategy.go}, {@code generateSelector}
     */
    public static JobBuildStages.RestartPolicyBuildStage named(String name) {
        NameFormat.DNS_SUBDOMAIN.require("Job: metadata.name", name);
        if (name.length() > LONGEST_NAME) {
            throw InvalidValueException.of(
                    "Job: metadata.name",
                    name,
                    "must have at most " + LONGEST_NAME + " characters, but has " + name.length());
        }
        return JobBuildStages.start().name(name);
    }

    // Declared again so that they are the last stages of the builder.
    @Override
    public abstract RestartPolicy restartPolicy();

    @Override
    public abstract Container container();

    /** Whether the Job is suspended and runs no pods. Defaults to false. */
    public abstract Optional<Boolean> suspend();

    /** Changes the fabric8 model of the Job, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<JobBuilder>> customize();

    @Value.Check
    void check() {
        checkPod("Job");
        refuseTemplates("Job");
        checkJob("Job \"" + name() + "\": spec.");
    }

    @Override
    public HasMetadata toModel() {
        JobBuilder job = new JobBuilder().withMetadata(metadata()).withSpec(jobToModel());
        suspend().ifPresent(suspended -> job.editSpec().withSuspend(suspended).endSpec());
        return customize().orElse(UnaryOperator.identity()).apply(job).build();
    }
}
