package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Format;
import dev.berth.rules.pod.PodRules;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that a Job and the template of a CronJob share: {@code validateJobSpec}. */
final class JobSpecRules {
    private static final String FILE = "pkg/apis/batch/validation/validation.go";
    private static final int MOST_PARALLEL_INDEXED = 100_000;
    private static final int LONGEST_MANAGER = 63;
    private static final int MOST_COMPLETIONS = 100_000;
    private static final int MOST_FAILED_INDEXES = 100_000;
    private static final int MOST_BEYOND_COMPLETIONS = 10_000;
    private static final Pattern HTTP_PATH = Pattern.compile("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");

    private static final Rule NUMBERS = new Rule("job-numbers", "validateJobSpec", FILE);
    private static final Rule COMPLETION_MODE = new Rule("completion-mode", "validateJobSpec", FILE);
    private static final Rule INDEXED_ONLY = new Rule("indexed-job-only", "validateJobSpec", FILE);
    private static final Rule MANAGED_BY = new Rule("job-managed-by", "validateJobSpec", FILE);
    private static final Rule RESTART = new Rule("job-restart-policy", "validateJobSpec", FILE);
    private static final Rule REPLACEMENT = new Rule("pod-replacement-policy", "validatePodReplacementPolicy", FILE);

    private final FieldPath path;
    private final ClusterFacts facts;
    private final Findings findings;

    JobSpecRules(FieldPath path, ClusterFacts facts, Findings findings) {
        this.path = path;
        this.facts = facts;
        this.findings = findings;
    }

    void check(JobSpec spec) {
        notNegative(spec.getParallelism(), "parallelism");
        notNegative(spec.getCompletions(), "completions");
        findings.notNegative(
                NUMBERS, path.child("activeDeadlineSeconds"), Zero.number(spec.getActiveDeadlineSeconds()));
        notNegative(spec.getBackoffLimit(), "backoffLimit");
        notNegative(spec.getTtlSecondsAfterFinished(), "ttlSecondsAfterFinished");
        notNegative(spec.getBackoffLimitPerIndex(), "backoffLimitPerIndex");
        notNegative(spec.getMaxFailedIndexes(), "maxFailedIndexes");
        if (spec.getMaxFailedIndexes() != null && spec.getBackoffLimitPerIndex() == null) {
            findings.required(INDEXED_ONLY, path.child("backoffLimitPerIndex"), "must be set with maxFailedIndexes");
        }
        managedBy(spec.getManagedBy());
        mode(spec);
        FailurePolicyRules policies = new FailurePolicyRules(findings);
        policies.failure(spec, path.child("podFailurePolicy"));
        policies.success(spec, path.child("successPolicy"));
        replacement(spec);
        PodRules.template(spec.getTemplate(), path.child("template"), facts, findings);
        restart(spec);
    }

    private void notNegative(@Nullable Integer value, String field) {
        findings.notNegative(NUMBERS, path.child(field), Zero.number(value));
    }

    private void managedBy(@Nullable String manager) {
        if (manager == null) {
            return;
        }
        FieldPath at = path.child("managedBy");
        if (!findings.requireText(MANAGED_BY, at, manager)) {
            return;
        }
        int slash = manager.indexOf('/');
        boolean prefixed = slash > 0
                && Format.DNS_SUBDOMAIN.fits(manager.substring(0, slash))
                && HTTP_PATH.matcher(manager.substring(slash + 1)).matches();
        if (!prefixed) {
            findings.invalid(MANAGED_BY, at, manager, "must be a domain, '/' and a path");
        }
        if (Ascii.bytes(manager) > LONGEST_MANAGER) {
            findings.tooLong(MANAGED_BY, at, LONGEST_MANAGER, "characters");
        }
    }

    private void mode(JobSpec spec) {
        String mode = spec.getCompletionMode();
        if (mode != null) {
            findings.oneOf(COMPLETION_MODE, path.child("completionMode"), mode, List.of("Indexed", "NonIndexed"));
        }
        if ("Indexed".equals(mode)) {
            if (spec.getCompletions() == null) {
                findings.required(
                        COMPLETION_MODE, path.child("completions"), "must be set with completionMode: Indexed");
            }
            indexes(spec);
        } else if (mode == null || mode.equals("NonIndexed")) {
            if (spec.getBackoffLimitPerIndex() != null) {
                FieldPath at = path.child("backoffLimitPerIndex");
                findings.invalid(INDEXED_ONLY, at, spec.getBackoffLimitPerIndex(), "requires completionMode: Indexed");
            }
            if (spec.getMaxFailedIndexes() != null) {
                FieldPath at = path.child("maxFailedIndexes");
                findings.invalid(INDEXED_ONLY, at, spec.getMaxFailedIndexes(), "requires completionMode: Indexed");
            }
        }
    }

    /** Checks how many indexes may run and fail; the limits are much lower for a very large job. */
    private void indexes(JobSpec spec) {
        int completions = Zero.number(spec.getCompletions());
        int parallelism = Zero.number(spec.getParallelism());
        int failed = Zero.number(spec.getMaxFailedIndexes());
        boolean many = completions > MOST_COMPLETIONS && spec.getBackoffLimitPerIndex() != null;
        if (parallelism > (many ? MOST_BEYOND_COMPLETIONS : MOST_PARALLEL_INDEXED)) {
            FieldPath at = path.child("parallelism");
            findings.invalid(
                    COMPLETION_MODE,
                    at,
                    parallelism,
                    "must be at most 100000 in an indexed job, or 10000 in a large one");
        }
        FieldPath at = path.child("maxFailedIndexes");
        if (spec.getMaxFailedIndexes() == null) {
            if (many) {
                findings.required(INDEXED_ONLY, at, "must be set with more than 100000 completions");
            }
            return;
        }
        boolean above = spec.getCompletions() != null && failed > completions;
        if (above || failed > (many ? MOST_BEYOND_COMPLETIONS : MOST_FAILED_INDEXES)) {
            findings.invalid(
                    INDEXED_ONLY,
                    at,
                    failed,
                    "must be at most completions, and at most 100000, or 10000 in a large job");
        }
    }

    private void replacement(JobSpec spec) {
        String policy = spec.getPodReplacementPolicy();
        if (policy == null) {
            return;
        }
        boolean failures = spec.getPodFailurePolicy() != null;
        List<String> known = failures ? List.of("Failed") : List.of("Failed", "TerminatingOrFailed");
        findings.oneOf(REPLACEMENT, path.child("podReplacementPolicy"), policy, known);
    }

    private void restart(JobSpec spec) {
        FieldPath at = path.child("template", "spec", "restartPolicy");
        String restart = Zero.text(spec.getTemplate().getSpec().getRestartPolicy());
        switch (restart) {
            case "", "Always" -> findings.required(RESTART, at, "must be OnFailure or Never");
            case "Never" -> {}
            case "OnFailure" -> {
                if (spec.getPodFailurePolicy() != null) {
                    findings.invalid(RESTART, at, restart, "must be Never if podFailurePolicy is set");
                }
            }
            default -> findings.notSupported(RESTART, at, restart, List.of("OnFailure", "Never"));
        }
    }
}
