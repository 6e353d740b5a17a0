package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyOnExitCodesRequirement;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyOnPodConditionsPattern;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import io.fabric8.kubernetes.api.model.batch.v1.SuccessPolicyRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of when a job has failed, and when it has succeeded. */
final class FailurePolicyRules {
    private static final String FILE = "pkg/apis/batch/validation/validation.go";
    private static final int MOST_RULES = 20;
    private static final int MOST_EXIT_CODES = 255;
    private static final int MOST_CONDITIONS = 20;
    private static final int LONGEST_INDEXES = 64 * 1024;

    private static final Rule FAILURE = new Rule("pod-failure-policy", "validatePodFailurePolicyRule", FILE);
    private static final Rule EXIT_CODES =
            new Rule("pod-failure-exit-codes", "validatePodFailurePolicyRuleOnExitCodes", FILE);
    private static final Rule CONDITIONS =
            new Rule("pod-failure-conditions", "validatePodFailurePolicyRuleOnPodConditions", FILE);
    private static final Rule SUCCESS = new Rule("success-policy", "validateSuccessPolicy", FILE);

    private final Findings findings;

    FailurePolicyRules(Findings findings) {
        this.findings = findings;
    }

    void failure(JobSpec spec, FieldPath path) {
        if (spec.getPodFailurePolicy() == null) {
            return;
        }
        Set<String> containers = new HashSet<>();
        for (Container container : Zero.list(spec.getTemplate().getSpec().getContainers())) {
            containers.add(Zero.text(container.getName()));
        }
        for (Container container : Zero.list(spec.getTemplate().getSpec().getInitContainers())) {
            containers.add(Zero.text(container.getName()));
        }
        List<PodFailurePolicyRule> rules = Zero.list(spec.getPodFailurePolicy().getRules());
        if (rules.size() > MOST_RULES) {
            findings.tooMany(FAILURE, path.child("rules"), rules.size(), MOST_RULES);
        }
        for (int i = 0; i < rules.size(); i++) {
            rule(spec, rules.get(i), containers, path.child("rules").index(i));
        }
    }

    private void rule(JobSpec spec, PodFailurePolicyRule rule, Set<String> containers, FieldPath path) {
        String action = Zero.text(rule.getAction());
        if (findings.requireText(FAILURE, path.child("action"), action)) {
            List<String> known = List.of("Count", "FailIndex", "FailJob", "Ignore");
            findings.oneOf(FAILURE, path.child("action"), action, known);
            if (action.equals("FailIndex") && spec.getBackoffLimitPerIndex() == null) {
                findings.invalid(FAILURE, path.child("action"), action, "requires backoffLimitPerIndex");
            }
        }
        boolean conditions = !Zero.list(rule.getOnPodConditions()).isEmpty();
        if (rule.getOnExitCodes() != null) {
            exitCodes(rule.getOnExitCodes(), containers, path.child("onExitCodes"));
            if (conditions) {
                findings.invalid(FAILURE, path, "", "onExitCodes and onPodConditions are mutually exclusive");
            }
        } else if (!conditions) {
            findings.invalid(FAILURE, path, "", "must set either onExitCodes or onPodConditions");
        }
        conditions(Zero.list(rule.getOnPodConditions()), path.child("onPodConditions"));
    }

    private void exitCodes(PodFailurePolicyOnExitCodesRequirement codes, Set<String> containers, FieldPath path) {
        String operator = Zero.text(codes.getOperator());
        if (findings.requireText(EXIT_CODES, path.child("operator"), operator)) {
            findings.oneOf(EXIT_CODES, path.child("operator"), operator, List.of("In", "NotIn"));
        }
        String container = codes.getContainerName();
        if (container != null && !containers.contains(container)) {
            findings.invalid(
                    EXIT_CODES, path.child("containerName"), container, "the template has no container with this name");
        }
        List<Integer> values = Zero.list(codes.getValues());
        FieldPath at = path.child("values");
        if (values.isEmpty()) {
            findings.invalid(EXIT_CODES, at, values, "must list at least one exit code");
        } else if (values.size() > MOST_EXIT_CODES) {
            findings.tooMany(EXIT_CODES, at, values.size(), MOST_EXIT_CODES);
        }
        boolean ordered = true;
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (operator.equals("In") && values.get(i) == 0) {
                findings.invalid(EXIT_CODES, at.index(i), 0, "must not be 0, which means success");
            }
            if (!seen.add(values.get(i))) {
                findings.duplicate(EXIT_CODES, at.index(i), values.get(i));
            }
            ordered &= i == 0 || values.get(i - 1) <= values.get(i);
        }
        if (!ordered) {
            findings.invalid(EXIT_CODES, at, values, "must be in ascending order");
        }
    }

    private void conditions(List<PodFailurePolicyOnPodConditionsPattern> conditions, FieldPath path) {
        if (conditions.size() > MOST_CONDITIONS) {
            findings.tooMany(CONDITIONS, path, conditions.size(), MOST_CONDITIONS);
        }
        for (int i = 0; i < conditions.size(); i++) {
            FieldPath type = path.index(i).child("type");
            Format.QUALIFIED_NAME.check(
                    findings, CONDITIONS, type, conditions.get(i).getType());
            FieldPath status = path.index(i).child("status");
            String value = conditions.get(i).getStatus();
            if (findings.requireText(CONDITIONS, status, value)) {
                findings.oneOf(CONDITIONS, status, value, List.of("False", "True", "Unknown"));
            }
        }
    }

    void success(JobSpec spec, FieldPath path) {
        if (spec.getSuccessPolicy() == null) {
            return;
        }
        if (!"Indexed".equals(spec.getCompletionMode())) {
            findings.invalid(SUCCESS, path, "", "requires completionMode: Indexed");
            return;
        }
        List<SuccessPolicyRule> rules = Zero.list(spec.getSuccessPolicy().getRules());
        if (rules.isEmpty()) {
            findings.required(SUCCESS, path.child("rules"), "must have at least one rule");
        } else if (rules.size() > MOST_RULES) {
            findings.tooMany(SUCCESS, path.child("rules"), rules.size(), MOST_RULES);
        }
        for (int i = 0; i < rules.size(); i++) {
            SuccessPolicyRule rule = rules.get(i);
            FieldPath at = path.child("rules").index(i);
            int completions = Zero.number(spec.getCompletions());
            if (rule.getSucceededCount() == null && rule.getSucceededIndexes() == null) {
                findings.required(SUCCESS, at, "must set succeededCount or succeededIndexes");
            }
            int most = completions;
            if (rule.getSucceededIndexes() != null) {
                most = indexes(rule.getSucceededIndexes(), completions, at.child("succeededIndexes"));
            }
            if (rule.getSucceededCount() != null) {
                FieldPath field = at.child("succeededCount");
                findings.notNegative(SUCCESS, field, rule.getSucceededCount());
                if (rule.getSucceededCount() > most) {
                    findings.invalid(
                            SUCCESS,
                            field,
                            rule.getSucceededCount(),
                            "must not be greater than the number of indexes, " + most);
                }
            }
        }
    }

    /** Returns the number of indexes; empty if they cannot be read. */
    private int indexes(String text, int completions, FieldPath field) {
        if (Ascii.bytes(text) > LONGEST_INDEXES) {
            findings.tooLong(SUCCESS, field, LONGEST_INDEXES, "characters");
        }
        int count = IndexList.count(text, completions);
        if (count < 0) {
            findings.invalid(SUCCESS, field, text, "must be indexes of the job, such as 1,3-5");
        }
        return Math.max(0, count);
    }
}
